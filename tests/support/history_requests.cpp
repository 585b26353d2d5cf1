#include "tests/support/history_requests.h"

#include <QUuid>

using namespace Qt::StringLiterals;

static QString taskId(unsigned choice)
{
    return QUuid(0x7a5c, 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, static_cast<uchar>(choice % 2))
        .toString(QUuid::WithoutBraces);
}

static QString handoverRequest(const Happening& what, const QString& some)
{
    switch (what.what) {
    case 'p':
        return u"\"do\": \"handover.propose\", \"reason\": \"unable_to_complete\", \"why\": "
               "\"On duty\""_s;
    case 'A': return u"\"do\": \"handover.accept\", \"words\": \"Yes %1\""_s.arg(some);
    case 'D': return u"\"do\": \"handover.decline\", \"reason\": \"No %1\""_s.arg(some);
    case 'W': return u"\"do\": \"handover.withdraw\", \"reason\": \"No %1\""_s.arg(some);
    case 'T':
        return u"\"do\": \"handover.accept_by_telephone\", \"accepter\": \"On Call\", "
               "\"role\": \"lead\", \"words\": \"Yes\""_s;
    case 'F': return u"\"do\": \"handover.confirm\", \"reference\": \"e-mail %1\""_s.arg(some);
    case 'R':
        return u"\"do\": \"handover.read_back\", \"clock\": \"Clock %1\", \"next_action\": "
               "\"Go\", \"code\": \"acorn abbey badger\""_s.arg(some);
    default: return {};
    }
}

static QString caseRequest(const Happening& what, const QString& some)
{
    switch (what.what) {
    case 'd': return u"\"do\": \"case.describe\", \"title\": \"Title %1\""_s.arg(some);
    case 'l': return u"\"do\": \"case.describe\", \"urgency\": \"E%1\""_s.arg(what.choice % 3 + 1);
    case 'a': return u"\"do\": \"case.note\", \"words\": \"Words %1\""_s.arg(some);
    case 'c': return u"\"do\": \"case.close\", \"outcome\": \"completed\""_s;
    case 'r': return u"\"do\": \"case.reopen\", \"reason\": \"Rang again\""_s;
    case 's':
        return u"\"do\": \"case.status\", \"status\": \"s136\", \"start\": "
               "\"2026-11-18T1%1:30\""_s.arg(what.choice % 3 + 3);
    case 'e': return u"\"do\": \"case.status_end\", \"outcome\": \"Left %1\""_s.arg(some);
    case 't':
        return u"\"do\": \"case.task\", \"id\": \"%1\", \"what\": \"Ring\", \"due\": "
               "\"2026-11-19T12:00\""_s.arg(taskId(what.choice));
    case 'f':
        return u"\"do\": \"case.task_done\", \"task\": \"%1\", \"result\": \"Result %2\""_s.arg(
            taskId(what.choice), some);
    case 'n':
        return u"\"do\": \"case.lead\", \"name\": \"Lead %1\", \"role\": \"amhp\""_s.arg(some);
    case 'g':
        return u"\"do\": \"case.stage\", \"stage\": \"%1\""_s.arg(
            what.choice % 2 ? u"triage"_s : u"planned"_s);
    case 'z':
        return u"\"do\": \"case.clock_end\", \"kind\": \"s136\", \"outcome\": \"Ended %1\""_s.arg(
            some);
    case 'N': return u"\"do\": \"case.referral\", \"why_now\": \"Words %1\""_s.arg(some);
    case 'm':
        return u"\"do\": \"case.place\", \"kind\": \"%1\""_s.arg(
            what.choice % 2 ? u"ed"_s : u"police_station"_s);
    default: return {};
    }
}

QString requestFor(const Happening& what)
{
    const QString some = QString::number(what.choice % 3);
    const QString handover = handoverRequest(what, some);
    return handover.isEmpty() ? caseRequest(what, some) : handover;
}
