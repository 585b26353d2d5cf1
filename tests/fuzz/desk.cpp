#include "tests/fuzz/desk.h"

namespace {

bool work(HandoverDesk& desk)
{
    desk.opens("helen", "ward");
    desk.opens("priya", "home");
    desk.opens("grace", "street");
    desk.must("priya",
        R"({"do": "person.add", "as": "aaron", "name": "Aaron Lisle", "born": "1999-05-09"})");
    desk.must("grace",
        R"({"do": "contact.log", "as": "call", "words": "Police: held under 136 on the bridge"})");
    desk.must("grace",
        R"({"do": "case.status", "case": "$street", "status": "s136", "start": "2026-11-18T15:40",
            "evidence": "police log"})");
    desk.proposes("priya", "ward");
    return true;
}

}

const HandoverDesk& deskInTheMiddleOfANight()
{
    static HandoverDesk desk;
    static const bool worked = work(desk);
    if (!worked)
        broken("the desk is made");
    return desk;
}
