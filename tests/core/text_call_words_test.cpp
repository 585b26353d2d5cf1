#include "core/text/call_words.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

TEST_CASE("REC-2.2 S3-iii what is told of a call says whether it reached anybody", "[text]")
{
    const auto [words, nobody] = GENERATE(table<const char*, bool>({
        {"no answer", true},
        {"no_answer", true},
        {"No answer, will try again at 1", true},
        {"rang twice, no reply", true},
        {"phone switched off", true},
        {"line engaged", true},
        {"No answer - left message", true},
        {"wrong number", true},
        {"Tried, went to voicemail", true},
        {"Not answered.", true},
        {"Nobody answered", true},
        {"No-one picked up", true},
        {"Didn’t answer", true},
        {"could not get through", true},
        {"Couldn't reach her", true},
        {"Rang out", true},
        {"Reached their voicemail", true},
        {"Number not in use", true},
        {"busy", true},
        {"Spoke to nobody", true},
        {"No answer; informed Mia Lead", true},
        {"No answer, told Bob to try again", true},
        {"Went to voicemail twice, advised lead", true},
        {"Line busy, Bob agreed to try at ten", true},
        {"Left a voicemail, said we ring again at ten", true},
        {"Rang, no reply; told Tom Ashdown", true},
        {"Rang, nobody home", true},
        {"Not at home", true},
        {"Rang and rang", true},
        {"Call failed", true},
        {"Number not recognised", true},
        {"Their phone was switched off", true},
        {"Mother is busy with the children but is fine", false},
        {"She is engaged to be married and is safe", false},
        {"Calm, there has been no contact with the ex partner", false},
        {"She will not reply to the GP; safe tonight", false},
        {"Spoke to Jo, who got no answer from the ward", false},
        {"No reply at first, but later they answered", false},
        {"answered", false},
        {"Spoke to Jo", false},
        {"No answer at first, then spoke to Jo", false},
        {"Line engaged twice, then mother answered", false},
        {"Went to voicemail; he rang us back", false},
        {"Engaged well with the plan", false},
        {"He is safe; no reply needed", false},
        {"They rang", false},
        {"Needs an AMHP", false},
        {"...", false},
        {"", false},
    }));
    CAPTURE(words);

    CHECK(saysNobodyReached(QString::fromUtf8(words)) == nobody);
}
