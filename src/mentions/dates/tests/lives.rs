//! Life dates in brackets behind a name, and the brackets that are none.

use super::read;

#[test]
fn life_dates_are_those_behind_a_person() {
    for text in [
        "Leon Sedov (1906–1938) wrote.",
        "Leon Sedov (1906-1938) wrote.",
        "Leon Sedov (24 February 1906 – 16 February 1938) wrote.",
        "Leon Sedov (February 24, 1906 – February 16, 1938) wrote.",
        "Leon Sedov (born 1906 – 1938) wrote.",
        "Leon Sedov (b. 1906–1938) wrote.",
        "Leon Sedov (c. 1906–1938) wrote.",
        "Leon Sedov (c. 1906 – c. 1938) wrote.",
        "Leon Lvovich Sedov (1906–38) wrote.",
        "L. L. Sedov (1906–1938) wrote.",
        "Ludwig van Beethoven (1770–1827) wrote.",
        "Omar ibn Said (1770–1864) wrote.",
        "Vincent van Gogh (30 March 1853 – 29 July 1890) painted.",
        "Marcus Tullius Cicero (106–43 BC) wrote.",
        "Mary Ann Evans (1819—1880) wrote.",
        "Mary Ann Evans (1819 to 1880) wrote.",
        "Mary Ann Evans (Nov 1819 – Dec 1880) wrote.",
        "Saint Bede (673–735) wrote.",
        "It was Ann van Lee (1962–1982) who wrote.",
        "J. S. Bach (1685–1750) wrote.",
    ] {
        assert!(read(text).dates[0].life, "{text}");
    }
}

#[test]
fn brackets_behind_wars_offices_and_stays_are_no_lives() {
    for text in [
        "The First World War (1914–1918) ended.",
        "The Weimar Republic (1919–1933) fell.",
        "Her stay in Rome (1919–1933) was long.",
        "The Great Exhibition (1851–1852) closed.",
        "The Paris office (1919–1933) closed.",
        "the Great War (1914–1918) ended",
        "a plan (1928–1932) failed",
        "World War I (1914–1918)",
        "His years as a clerk (1928–1932) were dull.",
        "The Ming Dynasty (1368–1644) fell.",
    ] {
        assert!(!read(text).dates[0].life, "{text}");
    }
}
