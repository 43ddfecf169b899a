//! Days in figures alone, and the figures that are none.

use super::{dateless, holds, only, shown};

#[test]
fn days_in_figures_are_found() {
    holds(
        &[
            ("Filed 16.2.1938 in Rome.", "16.2.1938", "1938-02-16"),
            ("Filed 16/02/1938 in Rome.", "16/02/1938", "1938-02-16"),
            ("Filed 02/16/1938 in Boston.", "02/16/1938", "1938-02-16"),
            ("Filed 1938-02-16 in Boston.", "1938-02-16", "1938-02-16"),
            ("Filed 16.ii.1938 in Rome.", "16.ii.1938", "1938-02-16"),
            ("Filed (16-02-1938) in Rome.", "16-02-1938", "1938-02-16"),
            ("Filed 1938/02/16 in Kyoto.", "1938/02/16", "1938-02-16"),
            (
                "Logged 2024-02-03T10:00 by the server.",
                "2024-02-03",
                "2024-02-03",
            ),
            ("Filed 05/05/1955 in Rome.", "05/05/1955", "1955-05-05"),
            ("Filed 16/2/38 in Rome.", "16/2/38", "1938-02-16"),
            ("Filed 1938.02.16 in Kyoto.", "1938.02.16", "1938-02-16"),
            ("Filed 6.12.1902 in Graz.", "6.12.1902", "1902-12-06"),
            ("Filed 31/12/1999 in Leeds.", "31/12/1999", "1999-12-31"),
            ("Filed 12/31/1999 in Boston.", "12/31/1999", "1999-12-31"),
            ("Filed 7.vii.1921 in Graz.", "7.vii.1921", "1921-07-07"),
            ("Filed 24.XII.1871 in Graz.", "24.XII.1871", "1871-12-24"),
            (
                "Logged 1999-12-31T23:59:59+01:00 by the server.",
                "1999-12-31",
                "1999-12-31",
            ),
            (
                "Filed Tue 16/02/1937 in Leeds.",
                "Tue 16/02/1937",
                "1937-02-16",
            ),
            ("Filed 2001-9-30 in Boston.", "2001-9-30", "2001-09-30"),
            (
                "Built Tue Nov 14 12:00:00 2023 on a laptop.",
                "Tue Nov 14 12:00:00 2023",
                "2023-11-14",
            ),
            (
                "Built Tue Nov 14 12:00:00 UTC 2023 on a laptop.",
                "Tue Nov 14 12:00:00 UTC 2023",
                "2023-11-14",
            ),
            (
                "Sent Sun, 14 May 2023 12:00:00 +0100 by him.",
                "Sun, 14 May 2023",
                "2023-05-14",
            ),
        ],
        None,
    );
    assert_eq!(
        shown(only("She was born after 9/11.", None).base),
        "2001-09-11"
    );
}

#[test]
fn figures_with_points_and_strokes_that_are_no_days_are_left_alone() {
    dateless(&[
        "Vim 9.0.1532 crashed.",
        "It was fixed in 9.1.1543 and in 0.4.1999.",
        "The ratio was 9/11 of the whole.",
        "Proc. of the guild, 57(9), has it.",
        "Call 800-29-29 or (800-292-9263), not (800-292)-9263.",
        "Take 2/3 of a cup.",
        "The address 10.2.19.38 is down.",
        "ISBN 978-0-19-853453-1 is right.",
        "The file 1938-02-161 is lost.",
        "It runs at between 250-500 kbit each.",
        "It is open 24/7 there.",
        "Section 3.4.19 says so.",
    ]);
}
