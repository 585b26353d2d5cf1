#include "core/text/age_words.h"
#include "tests/support/northants_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

TEST_CASE("S3-R6 words that may name somebody under 18 are doubted", "[front_door]")
{
    const auto words = GENERATE("17½", "17 or 18", "17/18", "16-18", "16 to 17", "17 and a half",
        "turns 18 tomorrow", "18 tomorrow", "18 next week", "nearly 18", "over 16",
        "17 years 11 months", "17yo female", "17 F", "U18", "12", "teenager", "teen",
        "in his late teens", "adolescent", "a minor", "under age", "school age", "schoolgirl",
        "year 11", "Y10", "yr 9", "GCSE", "A-level student", "sixth former", "6th form",
        "foster child", "looked-after child", "baby", "toddler", "newborn", "unborn", "girl, 15",
        "12 year old girl", "child of 12", "young person", "young carer", "DOB 12/03/2010",
        "dob 12.03.10", "born 12 March 2010", "2010-03-12", "DOB 19/11/2008", "18?", "eighteen?",
        "maybe 18", "about 18", "18ish", "18 or so", "17?", "maybe 17", "thinks 18",
        "of fifteen years", "80 year old caller about a 10 year old",
        "eighty-year-old about a ten year old", "80 yo re 10 yo");
    CAPTURE(words);

    CHECK(mayBeMinor(QString::fromUtf8(words), day("2026-11-18")));
}

TEST_CASE("S3-R6 a grown-up is not doubted for a child that is named beside", "[front_door]")
{
    const auto words = GENERATE("", "around 40, son 12", "mother is 42", "mother 42, son 5",
        "son is 5", "her son is 15", "daughter 16 rang", "mother with toddler", "woman with baby",
        "about 50, lives with 3 children", "has a baby", "pregnant, unborn baby",
        "8 months pregnant", "father of teenager", "foster carer", "2 adults, in their 30s", "44",
        "18", "just turned 18", "18+", "in her 40s", "30-40", "40y 3m", "under 30", "over 65",
        "42 years and 3 months", "elderly", "young adult", "girlfriend", "minor injuries",
        "not yet known", "44, born 01/02/1982", "about 40 year old", "40?", "about 19",
        "marriage of fifteen years", "woman about 30, son 10", "DOB 01/02/1982", "dob 1/2/45",
        "DOB 18/11/2008");
    CAPTURE(words);

    CHECK_FALSE(mayBeMinor(QString::fromUtf8(words), day("2026-11-18")));
}

TEST_CASE(
    "S3-R6 an adults' service asks where the words beside “adult” may name a minor", "[front_door]")
{
    const auto [fields, asked] = GENERATE(table<const char*, bool>({
        {R"("concerns": "adult", "age_text": "17½")", true},
        {R"("concerns": "adult", "age_text": "17 or 18")", true},
        {R"("concerns": "adult", "age_text": "teenager")", true},
        {R"("concerns": "adult", "age_text": "DOB 12/03/2010")", true},
        {R"("concerns": "adult", "age_text": "around 40, son 12")", false},
        {R"("concerns": "adult", "age_text": "mother is 42")", false},
        {R"("concerns": "both", "age_text": "teenager")", false},
    }));
    CAPTURE(fields);
    NorthantsDesk desk;
    desk.logs("cara", "A", fields);

    const Reply bare = desk.does("olu", R"({"do": "contact.accept", "contact": "$A"})");

    CHECK(NorthantsDesk::clauses(bare) == (asked ? QStringList{u"S3-R6"_s} : QStringList{}));
    if (!asked)
        return;
    CHECK(bare.decision.refusals.front().field == u"adult_confirmed");
    CHECK(bare.decision.refusals.front().text.contains(u"may be somebody under 18"_s));
    desk.must("olu", R"({"do": "contact.accept", "contact": "$A", "adult_confirmed": true})");
}

TEST_CASE("S3-R6 an age that is guessed near 18 is not known", "[front_door]")
{
    const auto [words, age] = GENERATE(table<const char*, int>({
        {"18?", -1},
        {"18 maybe", -1},
        {"possibly eighteen", -1},
        {"about 18", -1},
        {"18ish", -1},
        {"18 or so", -1},
        {"17?", -1},
        {"maybe 16", -1},
        {"15?", 15},
        {"maybe 20", -1},
        {"21?", 21},
        {"about 17", 17},
        {"about 19", 19},
        {"girl of fifteen years", 15},
        {"marriage of fifteen years", -1},
        {"80 year old caller about a 10 year old", -1},
    }));
    CAPTURE(words);

    CHECK(ageIn(QString::fromLatin1(words)).value_or(-1) == age);

    NorthantsDesk desk;
    desk.logs(
        "olu", "A", QByteArray(R"("category": "mhaa", "age_text": "AGE")").replace("AGE", words));
    constexpr int adult = 18;
    CHECK(desk.does("olu", R"({"do": "contact.open_case", "contact": "$A"})").done()
        == (age >= adult));
    if (age < 0) // asked, and told
        desk.must("olu", R"({"do": "contact.open_case", "contact": "$A",
            "adult_confirmed": true})");
}
