#include "core/casework/cooperation/support_rules.h"

#include "core/casework/case_checks.h"
#include "core/casework/status/status_rules.h"
#include "core/time/london.h"

#include <functional>

using namespace Qt::StringLiterals;

namespace core {

namespace {

QString outward(const QString& postcode)
{
    const QString whole = postcode.toUpper().simplified().remove(u' ');
    constexpr int inward = 3;
    return whole.size() > inward + 1 ? whole.chopped(inward) : whole;
}

bool isInPatient(const Case& record, Instant at)
{
    return record.place.at(at).kind == PlaceKind::Ward;
}

bool isOlderHere(const CrhtRoute& route, const Person* person, const Context& context)
{
    if (route.older)
        return *route.older;
    return isOlder(
        context.profile(), person ? ageOn(*person, dateOf(context.occurred)) : std::nullopt);
}

bool inWorkingHours(const Context& context)
{
    return context.calendar.inOfficeHours(u"mhaa"_s, context.occurred);
}

}

bool SupportRequest::isCrisis() const
{
    return crht && kind != SupportKind::EarlyDischarge;
}

const Team* crhtTeam(const Profile& profile, const QString& postcode)
{
    const QString code = outward(postcode);
    for (const Team& team : profile.teams)
        if (team.audience == u"crht"_s && team.postcodes.contains(code))
            return &team;
    return nullptr;
}

void flagOlder(Decision& decision, const OlderRoute& told)
{
    if (!told.beforeOpmh.isEmpty())
        decision.flags.push_back({u"COOP-4.2"_s,
            u"CRHT was asked before the older people's mental health service had discussed the "
            u"person with it: %1"_s.arg(told.beforeOpmh)});
    if (told.illness == Illness::Organic)
        decision.flags.push_back({u"COOP-4.1"_s,
            u"The illness is said to be organic: home treatment is for a functional one."_s});
}

int olderFrom(const Profile& profile)
{
    constexpr int usual = 65;
    bool isNumber = false;
    const int own = profile.setting(u"older_people_age"_s, {}).toInt(&isNumber);
    return isNumber ? own : usual;
}

bool isOlder(const Profile& profile, std::optional<int> age)
{
    return age && *age >= olderFrom(profile);
}

bool goesViaOpmh(const CrhtRoute& route, const Person* person, const Context& context)
{
    return !route.earlyDischarge && isOlderHere(route, person, context) && inWorkingHours(context);
}

bool asksOpmh(const SupportRequest& request)
{
    return request.via == u"opmh"_s || !request.older.beforeOpmh.isEmpty();
}

std::optional<Refusal> refuseCrhtRoute(
    const Case& record, const CrhtRoute& route, const Context& context)
{
    if (auto refusal = refuseCrht(record, route.question, context))
        return refusal;
    if (isInPatient(record, context.occurred) && !route.earlyDischarge
        && !route.question.dischargeReview && route.wardReason.isEmpty())
        return Refusal{u"COOP-3.9d"_s, u"ward_reason"_s,
            u"The person is on a ward: home treatment is not normally asked for a change of "
            u"status there."_s,
            u"Give the reason if it is asked all the same."_s};
    const auto person = personOf(record, context);
    if (goesViaOpmh(route, person.get(), context) && route.opmhMdt.isEmpty()
        && route.told.beforeOpmh.isEmpty())
        return Refusal{u"COOP-4.1"_s, u"opmh_mdt"_s,
            u"In hours an older person is seen by the older people's mental health service "
            u"first."_s,
            u"Ask that service, then say when and with whom it discussed the person with CRHT; or "
            u"say in before_opmh why that cannot be awaited."_s};
    if (!route.earlyDischarge && isOlderHere(route, person.get(), context)
        && !inWorkingHours(context) && route.referrer == CrhtReferrer::Other)
        return Refusal{u"COOP-4.3"_s, u"referrer"_s,
            u"Out of hours an older person is referred by a GP who has seen them, or by an officer "
            u"or AMHP."_s,
            u"Ask the out-of-hours GP or 111, or let an officer ask."_s};
    return {};
}

std::optional<Refusal> refuseCrhtBeside(
    const Case& record, const CrhtQuestion& asked, const Context& context)
{
    if (auto refusal = refuseCrht(record, asked, context))
        return refusal;
    if (std::any_of(
            record.supports.begin(), record.supports.end(), std::mem_fn(&SupportRequest::isCrisis)))
        return {};
    CrhtRoute route;
    route.question = asked;
    auto refusal = refuseCrhtRoute(record, route, context);
    if (refusal) {
        refusal->field = asked.field;
        refusal->mend = u"Ask with case.crht_request, which asks for what is missing."_s;
    }
    return refusal;
}

static bool metCrhtUnder18(const Case& record, const Person& person)
{
    const auto minor = [&person](const std::optional<Instant>& at) {
        return at && minorAt(&person, *at) == Minor::Yes;
    };
    return std::any_of(record.supports.begin(), record.supports.end(),
               [&](const SupportRequest& each) { return each.crht && minor(each.askedAt); })
        || std::any_of(record.attendees.begin(), record.attendees.end(),
            [&](const Attendee& each) {
                return each.role == word(AttendeeRole::Crht)
                    && (minor(each.requestedAt) || minor(each.confirmedAt)
                        || minor(each.arrivedAt));
            })
        || std::any_of(record.alternatives.begin(), record.alternatives.end(),
            [&](const AlternativeRow& each) {
                return each.option == Alternative::Crht && each.answer == AlternativeAnswer::Used
                    && minor(each.at);
            });
}

void judgeCrhtAgain(
    Decision& decision, const Case& record, const Person& person, const Context& context)
{
    if (!metCrhtUnder18(record, person))
        return;
    flagOnce(decision, record,
        {u"COOP-3.9a"_s, u"Adult home treatment was asked for somebody under 18, or came."_s},
        context);
}

std::optional<int> noticeMinutes(const std::optional<Instant>& planned, Instant asked)
{
    if (!planned)
        return {};
    return static_cast<int>(
        std::chrono::duration_cast<std::chrono::minutes>(*planned - asked).count());
}

bool isShortNotice(std::optional<int> notice, const Profile& profile)
{
    return notice && Minutes(*notice) < profile.duration(u"crht_notice"_s, Minutes(60));
}

std::optional<Owed> crhtPrompt(const Case& record)
{
    const bool early
        = record.stage.current() == Stage::Triage || record.stage.current() == Stage::Accepted;
    const bool asked = std::any_of(
        record.supports.begin(), record.supports.end(), std::mem_fn(&SupportRequest::isCrisis));
    if (!early || asked || record.kindOfWork != u"mhaa"_s || newestRow(record, Alternative::Crht))
        return {};
    return Owed{u"COOP-3.7"_s, u"crht"_s,
        u"Home treatment (CRHT) has not been asked yet; ask as early as possible."_s,
        u"assessment"_s};
}

const SupportRequest* requestNamed(const Case& record, const PartId& wanted)
{
    for (auto each = record.supports.rbegin(); each != record.supports.rend(); ++each)
        if (wanted.isNull() || each->id == wanted)
            return &*each;
    return nullptr;
}

Refusal refuseNoRequest()
{
    return {u"COOP-2.1"_s, u"request"_s, u"No such request is on the case."_s,
        u"Ask with case.support or case.crht_request."_s};
}

std::optional<Refusal> refuseUnclear(const QString& what, const QString& why)
{
    if (what.trimmed().isEmpty())
        return Refusal{u"COOP-2.2"_s, u"what"_s, u"What is asked is missing."_s,
            u"Say what the team is to do."_s};
    if (why.trimmed().isEmpty())
        return Refusal{
            u"COOP-2.2"_s, u"why"_s, u"Why it is asked is missing."_s, u"Say why it is needed."_s};
    return {};
}

std::optional<Refusal> refuseUndiscussed(
    const SupportRequest& request, SupportAnswer answer, const QString& discussion)
{
    if (answer != SupportAnswer::Agreed || !request.discussion.isEmpty() || !discussion.isEmpty())
        return {};
    return Refusal{u"COOP-2.1"_s, u"discussion"_s,
        u"No discussion between professionals is written down."_s,
        u"Say with whom it was discussed, and what was said."_s};
}

}
