//! Bare figures: years by the words beside them, and what only looks like a year.

use super::{dateless, holds, read};

#[test]
fn old_and_cited_years_are_found_by_the_words_beside_them() {
    holds(
        &[
            (
                "The train went by in 1910.",
                "1910",
                "1910-01-01/1910-12-31",
            ),
            (
                "Coffee was sold as early as 1651, they say.",
                "1651",
                "1651-01-01/1651-12-31",
            ),
            (
                "It was read as late as 1640.",
                "1640",
                "1640-01-01/1640-12-31",
            ),
            (
                "The 1549 Prayer Book was hated.",
                "1549",
                "1549-01-01/1549-12-31",
            ),
            (
                "The 1604 Treaty of London held.",
                "1604",
                "1604-01-01/1604-12-31",
            ),
            (
                "Founded 1583, the inn stands.",
                "1583",
                "1583-01-01/1583-12-31",
            ),
            (
                "Part of the roof, burned 1662, is gone.",
                "1662",
                "1662-01-01/1662-12-31",
            ),
            ("The pre-1914 toys are kept.", "pre-1914", "../1913-12-31"),
            ("The post-1945 ones are not.", "post-1945", "1946-01-01/.."),
            (
                "It was done no later than 1490.",
                "no later than 1490",
                "../1490-12-31",
            ),
            (
                "It was begun no earlier than 1490.",
                "no earlier than 1490",
                "1490-01-01/..",
            ),
            (
                "It is described from 1512 onwards.",
                "from 1512",
                "1512-01-01/..",
            ),
            (
                "The chest of A.D. 402 was locked.",
                "A.D. 402",
                "0402-01-01/0402-12-31",
            ),
            (
                "In A.D. 1202 it burned.",
                "A.D. 1202",
                "1202-01-01/1202-12-31",
            ),
            (
                "The census of 1897 counts one piano.",
                "1897",
                "1897-01-01/1897-12-31",
            ),
            (
                "The average of 1913 was higher.",
                "1913",
                "1913-01-01/1913-12-31",
            ),
            ("The copy of 1623 is lost.", "1623", "1623-01-01/1623-12-31"),
            (
                "It cost a pound at 1938 prices.",
                "1938",
                "1938-01-01/1938-12-31",
            ),
            (
                "The 1938 from-scratch design flew.",
                "1938",
                "1938-01-01/1938-12-31",
            ),
        ],
        None,
    );
    for (text, count) in [
        ("The class of 1998 includes four ministers.", 1),
        ("The 1930, 1934 and 1938 tournaments were lost.", 3),
        ("He was there from 1938 to 1940, at home by 1945.", 2),
    ] {
        assert_eq!(read(text).dates.len(), count, "{text}");
    }
}

#[test]
fn times_of_day_and_trains_are_no_years() {
    dateless(&[
        "The raiders crossed at 1940, were over the docks by 2005 and had gone by 2030.",
        "We left at 1805.",
        "We missed the 1805 from Crewe.",
        "The bus to take is the 1930, she said.",
        "Take the 1931.",
        "They lived at 1936 Harbour Street.",
    ]);
}

#[test]
fn the_numbers_of_things_are_no_years() {
    dateless(&[
        "Sued under 42 U.S.C. § 1983, he paid.",
        "The concrete is BS 1881.",
        "NGC 1952 stood above.",
        "The men of Local 1814 voted.",
        "A Rule 2004 examination was asked for.",
        "A Form 1099 came.",
        "Ask at desk 1815 for it.",
        "Police found a Colt 1911 under it.",
        "The wheel of a Peugeot 2008 was flat.",
        "Ring Primrose 1946 and wait.",
        "See ll. 2802–2808 on it.",
        "Compare verses 1799–1803.",
        "Accession 1938.12.14, a spoon, is lent; 1938.12.15, its pair, is not.",
        "He cites 17 & 18 Vict. c. 104 at length.",
        "The 1812 Overture was played.",
        "He read a copy of 1066 and All That.",
    ]);
}

#[test]
fn sizes_sums_and_votes_are_no_years() {
    dateless(&[
        "With a rating of 2010 she was last.",
        "It has a capacity of 1850.",
        "It has a population of 1938 souls.",
        "A total of 1914 was reached.",
        "It fell by 1938 votes to 1902.",
        "Dinner came to 1950 lire.",
        "It paid 1938 pesetas.",
        "It cost 1800 yen.",
        "It fetched 1750 guilders.",
        "They took 1900 roubles.",
        "An average of 1938 came.",
    ]);
}
