#include "ui/desk/conflicts_here.h"

#include "core/conflict/record_name.h"
#include "core/escalation/escalation_rules.h"
#include "core/sitrep/side_by_side.h"
#include "ui/desk/desk_service.h"

#include <set>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int newestSitreps = 60;

std::set<core::Subject> subjectsInConflict(const DeskService& desk)
{
    std::set<core::Subject> subjects;
    for (const QJsonObject& row : desk.rows({u"conflict"_s, {}, {}}))
        if (const auto kind = core::fromWord<core::SubjectKind>(row.value(u"of"_s).toString()))
            subjects.insert({*kind, QUuid::fromString(row.value(u"record"_s).toString())});
    return subjects;
}

bool maySee(const DeskService& desk, const core::Subject& subject)
{
    if (subject.kind != core::SubjectKind::Escalation)
        return true;
    const auto concern = desk.records().escalation({subject.id});
    return !concern || !core::refuseToSee(*concern, desk.user().get(), desk.profile());
}

}

std::vector<core::InConflict> conflictsHere(const DeskService& desk)
{
    std::vector<core::InConflict> open;
    for (const core::Subject& subject : subjectsInConflict(desk)) {
        const auto record = desk.records().record(subject);
        if (record && !record->conflicts.empty() && maySee(desk, subject))
            open.push_back({subject, core::recordName(subject, desk.records()), record->conflicts});
    }
    // A period lies in the newest ones while anybody still asks about it.
    for (core::InConflict& each :
        core::sitrepConflicts(desk.rows({u"sitrep"_s, {}, u"ends"_s, true, newestSitreps}),
            desk.records(), desk.profile()))
        open.push_back(std::move(each));
    return open;
}

}
