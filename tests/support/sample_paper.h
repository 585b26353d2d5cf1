#pragma once

#include "core/paper/paper.h"
#include "tests/support/times.h"

/// A paper with every kind of block and a table of `rows` rows, for tests of what papers become.
inline core::Paper samplePaper(int rows = 3)
{
    using namespace Qt::StringLiterals;
    using namespace core;
    Paper paper = paperOf(
        frameOf(Profile(), u"Emergency Duty Team"_s, u"Tom Ashdown"_s, utc("2026-11-19T09:40Z")),
        u"sample"_s, u"Sample sheet"_s, u"2026-11-19-AM"_s);
    paper.version = u"v3-0123abcd"_s;

    Section what;
    what.title = u"What & why"_s;
    what.aside = u"T-2026-11-19-AM-01"_s;
    Facts facts;
    addFact(facts, u"Place"_s, u"Luton ED <majors>"_s);
    addFact(facts, u"Nothing"_s, {});
    Words corrected(u"Seen at 10:30"_s, Ink::Struck);
    corrected.line(u"Seen at 11:30"_s);
    what.blocks = {facts, Paragraph{corrected}, Remark{Words(u"s136 expires 03:40"_s, Ink::Alert)},
        Checklist{{{true, u"Referral form"_s, Words(u"e-mailed 16:31"_s)},
            {false, u"Second recommendation"_s, Words(u"to follow by 19:00"_s)}}},
        Blanks{{{u"Read-back: clock"_s, Words(u"before Fri 21:30"_s), 1},
            {u"Read-back: if, then"_s, {}, 2}}}};

    Section many;
    many.title = u"Entries"_s;
    Grid grid;
    grid.columns = {{u"Time"_s, 10}, {u"Entry"_s, 40}, {u"No."_s, 6, Side::Right}};
    grid.rows.push_back({{Words(u"Night"_s)}, true});
    for (int i = 1; i <= rows; ++i)
        grid.rows.push_back(
            {{Words(u"03:%1"_s.arg(i % 60, 2, 10, QChar(u'0'))),
                 Words(u"Entry %1 of the night"_s.arg(i)), Words(QString::number(i))},
                false});
    Grid none;
    none.columns = {{u"Time"_s}};
    none.whenEmpty = u"Nothing was declined."_s;
    many.blocks = {grid, none};
    paper.sections = {what, many};
    return paper;
}
