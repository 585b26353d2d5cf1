#include "core/casework/status/status_rules.h"

#include "core/casework/assessment/waits.h"
#include "core/casework/clock_changes.h"
#include "core/casework/extension/police_rank.h"
#include "core/casework/fallen_flag.h"
#include "core/casework/flagged.h"
#include "core/casework/status/place_stays.h"
#include "core/casework/status/police_station.h"
#include "core/journal/new_event.h"
#include "core/text/birth_date.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr int adult = 18;

bool isHoldingPower(LegalStatus status)
{
    switch (status) {
    case LegalStatus::S136:
    case LegalStatus::S135:
    case LegalStatus::S5_2:
    case LegalStatus::S5_4:
    case LegalStatus::S4: return true;
    case LegalStatus::Informal:
    case LegalStatus::S135Return:
    case LegalStatus::S2:
    case LegalStatus::S3:
    case LegalStatus::Cto:
    case LegalStatus::S17Leave:
    case LegalStatus::Awol:
    case LegalStatus::Guardianship:
    case LegalStatus::PoliceProtection:
    case LegalStatus::Pace:
    case LegalStatus::Voluntary:
    case LegalStatus::None: break;
    }
    return false;
}

bool isSettled(LegalStatus status)
{
    return status == LegalStatus::Informal || status == LegalStatus::Voluntary
        || status == LegalStatus::None;
}

Flag unlawfulStation()
{
    return {u"CLK-04"_s,
        u"A person under 18 is in a police station as place of safety: unlawful (s136A)."_s};
}

bool heldUnderPace(const Case& record)
{
    if (runningClock(record, u"pace"_s) || runningClock(record, u"pace_bed"_s)
        || wantsAppropriateAdult(record))
        return true;
    return std::any_of(record.statuses.begin(), record.statuses.end(),
        [](const StatusEpisode& episode) { return episode.status == LegalStatus::Pace; });
}

}

QString clockKindOf(LegalStatus status)
{
    switch (status) {
    case LegalStatus::S136: return u"s136"_s;
    case LegalStatus::S135: return u"s135_1"_s;
    case LegalStatus::S5_2: return u"s5_2"_s;
    case LegalStatus::S5_4: return u"s5_4"_s;
    case LegalStatus::S2: return u"s2"_s;
    case LegalStatus::S3: return u"s3"_s;
    case LegalStatus::S4: return u"s4"_s;
    case LegalStatus::PoliceProtection: return u"police_protection"_s;
    case LegalStatus::Pace: return u"pace"_s;
    case LegalStatus::Informal:
    case LegalStatus::S135Return:
    case LegalStatus::Cto:
    case LegalStatus::S17Leave:
    case LegalStatus::Awol:
    case LegalStatus::Guardianship:
    case LegalStatus::Voluntary:
    case LegalStatus::None: break;
    }
    return {};
}

std::optional<LegalStatus> statusOfClock(const QString& kind)
{
    for (const LegalStatus status : {LegalStatus::S136, LegalStatus::S135, LegalStatus::S5_2,
             LegalStatus::S5_4, LegalStatus::S2, LegalStatus::S3, LegalStatus::S4,
             LegalStatus::PoliceProtection, LegalStatus::Pace})
        if (clockKindOf(status) == kind)
            return status;
    return {};
}

QStringList clocksOf(LegalStatus status)
{
    if (status == LegalStatus::S136)
        return QStringList{
                   u"s136"_s, u"s136_ambulance"_s, u"s136_police_handover"_s, u"s136_attend"_s}
        + stationKinds();
    if (status == LegalStatus::S135)
        return QStringList{clockKindOf(status)} + stationKinds();
    if (status == LegalStatus::Pace)
        return {u"pace"_s, u"pace_review"_s};
    if (status == LegalStatus::Awol)
        return {u"awol"_s, u"absconded"_s};
    if (status == LegalStatus::S17Leave)
        return {u"s17_leave"_s};
    if (status == LegalStatus::S2)
        return {u"s2"_s, u"tribunal"_s};
    const QString own = clockKindOf(status);
    return own.isEmpty() ? QStringList{} : QStringList{own};
}

QStringList warrantsFor(LegalStatus status)
{
    if (status == LegalStatus::S135)
        return {u"s135_warrant"_s};
    if (status == LegalStatus::S135Return)
        return {u"s135_warrant"_s, u"s135_2_warrant"_s};
    return {};
}

void beginTribunal(Decision& decision, const Case& record, Instant admitted,
    const QString& evidence, const Context& context)
{
    const ClockFact* running = runningClock(record, u"tribunal"_s);
    if (!running || admitted < running->start)
        startClock(decision, record, {u"tribunal"_s, admitted, evidence, {}, {}, {}}, context);
}

QString statusText(LegalStatus status)
{
    switch (status) {
    case LegalStatus::S135: return u"s135(1)"_s;
    case LegalStatus::S135Return: return u"s135(2)"_s;
    case LegalStatus::S5_2: return u"s5(2)"_s;
    case LegalStatus::S5_4: return u"s5(4)"_s;
    case LegalStatus::Cto: return u"CTO"_s;
    case LegalStatus::S17Leave: return u"s17 leave"_s;
    case LegalStatus::Awol: return u"AWOL"_s;
    case LegalStatus::PoliceProtection: return u"police protection"_s;
    case LegalStatus::Pace: return u"PACE detention"_s;
    case LegalStatus::None: return u"no legal status"_s;
    case LegalStatus::Informal:
    case LegalStatus::S136:
    case LegalStatus::S2:
    case LegalStatus::S3:
    case LegalStatus::S4:
    case LegalStatus::Guardianship:
    case LegalStatus::Voluntary: break;
    }
    return word(status);
}

QString followedBy(LegalStatus next)
{
    return u"followed by %1"_s.arg(statusText(next));
}

bool isFollowed(const QString& reason)
{
    return reason.startsWith(u"followed by "_s);
}

static bool endsWithDetention(LegalStatus next, LegalStatus running)
{
    return isHoldingPower(running) || isSettled(running)
        || (next == LegalStatus::S3 && running == LegalStatus::S2);
}

bool takesPlaceOf(LegalStatus next, LegalStatus running)
{
    if (next == running)
        return false;
    if (isSettled(next))
        return isHoldingPower(running) || isSettled(running) || running == LegalStatus::S2
            || running == LegalStatus::S3;
    if (isHoldingPower(next) && next != LegalStatus::S4)
        return isSettled(running) || (next == LegalStatus::S5_2 && running == LegalStatus::S5_4);
    if (next == LegalStatus::S2 || next == LegalStatus::S3 || next == LegalStatus::S4)
        return endsWithDetention(next, running);
    if (next == LegalStatus::Awol && running == LegalStatus::S17Leave)
        return true; // overstayed. CLK-23
    return next != LegalStatus::PoliceProtection && running == LegalStatus::None;
}

std::optional<LegalStatus> countsTowards(LegalStatus status)
{
    if (status == LegalStatus::S5_2)
        return LegalStatus::S5_4;
    if (status == LegalStatus::S2)
        return LegalStatus::S4;
    return {};
}

// The clock runs by the earliest start: who says another one says nothing of that.
static bool isTold(const ClockFact& clock)
{
    return !clock.evidence.isEmpty()
        || std::any_of(
            clock.otherStarts.begin(), clock.otherStarts.end(), [&clock](const OtherStart& other) {
                return other.at == clock.start && !other.evidence.isEmpty();
            });
}

std::vector<Owed> evidenceOwed(const Case& record)
{
    std::vector<Owed> owed;
    for (const StatusEpisode& episode : record.statuses)
        for (const ClockFact& clock : record.clocks)
            if (clock.id == episode.clock && clock.stands() && !episode.ended && !isTold(clock)
                && episode.evidence.isEmpty())
                owed.push_back({u"CLK-01"_s, u"evidence"_s,
                    u"Who says when the %1 started is not yet told."_s.arg(
                        statusText(episode.status)),
                    u"handover"_s});
    return owed;
}

Minor minorAt(const Person* person, Instant at)
{
    const auto age = person ? ageOn(*person, dateOf(at)) : std::nullopt;
    if (!age)
        return Minor::NotKnown;
    return *age < adult ? Minor::Yes : Minor::No;
}

PlaceKind placeMeant(PlaceKind kind, const QString& words)
{
    const bool saysLittle
        = kind == PlaceKind::Other || kind == PlaceKind::NotKnown || kind == PlaceKind::Public;
    return saysLittle && namesStation(words) ? PlaceKind::PoliceStation : kind;
}

std::optional<Refusal> refusePlannedMeeting(const Case& record, const QString& place, Minor minor)
{
    const bool isThere
        = record.place.current().kind == PlaceKind::PoliceStation || heldUnderPace(record);
    if (minor == Minor::No || isThere || !namesStation(place))
        return {};
    return Refusal{u"CLK-04"_s, u"place"_s,
        minor == Minor::Yes
            ? u"Nobody under 18 is planned into a police station (s136A)."_s
            : u"The age is not yet known; it is asked before anybody is planned into a police "
              "station."_s,
        u"Choose another place, or give the age with person.update; if the person is there "
        "already, record that first with case.place."_s};
}

std::optional<Refusal> refusePlannedPlace(PlaceKind kind, Minor minor)
{
    if (kind != PlaceKind::PoliceStation || minor == Minor::No)
        return {};
    if (minor == Minor::Yes)
        return Refusal{u"CLK-04"_s, u"kind"_s,
            u"A police station may never be the place of safety of a person under 18 (s136A)."_s,
            u"Choose another place of safety: a health-based one, or ED."_s};
    return Refusal{u"CLK-04"_s, u"age"_s,
        u"The age is not yet known; it is asked before a police station can be planned."_s,
        u"Give date of birth or estimated age with person.update, and link the person."_s};
}

void judgePlace(Decision& decision, const Case& record, PlaceKind kind, Minor minor, bool detained)
{
    if (kind != PlaceKind::PoliceStation || (!detained && heldUnderPace(record)))
        return;
    if (minor == Minor::NotKnown)
        decision.owed.push_back({u"CLK-04"_s, u"age"_s,
            u"The age is not yet known: under 18 a police station is unlawful."_s,
            u"place_of_safety"_s});
    else if (minor == Minor::No)
        decision.notes.append(noteOfStation(record));
    else if (detained)
        decision.flags.push_back(unlawfulStation());
    else
        decision.owed.push_back({u"CLK-04"_s, u"status"_s,
            u"Under which power a person under 18 is in the police station is not yet told: under "
            "s136 or s135(1) it is unlawful."_s,
            u"place_of_safety"_s});
}

static bool isKnownUnlawful(const Case& record)
{
    const Flag flag = unlawfulStation();
    return std::any_of(record.flags.begin(), record.flags.end(),
        [&flag](const auto& each) { return each.clause == flag.clause && each.text == flag.text; });
}

static bool wasUnlawful(const std::vector<PlaceStay>& stays, const Person* person)
{
    return std::any_of(stays.begin(), stays.end(),
        [person](const PlaceStay& each) { return minorAt(person, each.from) == Minor::Yes; });
}

// No command judges what another desk told of the age or the place.
static Owed unlawfulAndNotFlagged()
{
    const Flag flag = unlawfulStation();
    return {flag.clause, u"place"_s,
        flag.text
            + u" It is not flagged yet: tell where the person is again with case.place, also when "
              "they have left the station."_s,
        u"place_of_safety"_s};
}

static bool overlap(const PlaceStay& held, const PlaceStay& place)
{
    return (!place.until || held.from < *place.until) && (!held.until || place.from < *held.until);
}

static std::vector<Owed> onceEach(const std::vector<Owed>& all)
{
    std::vector<Owed> owed;
    for (const Owed& each : all)
        if (std::none_of(owed.begin(), owed.end(),
                [&each](const Owed& known) { return known.field == each.field; }))
            owed.push_back(each);
    return owed;
}

// Whoever has left the station was there all the same.
std::vector<Owed> owedOfPlace(const Case& record, const Person* person)
{
    if (record.closedAt)
        return {};
    const auto held = stationStays(record);
    if (wasUnlawful(held, person) && !isKnownUnlawful(record))
        return {unlawfulAndNotFlagged()};
    Decision judged;
    for (const PlaceStay& place : placeStays(record.place, PlaceKind::PoliceStation)) {
        const auto during = std::find_if(held.begin(), held.end(),
            [&place](const PlaceStay& each) { return overlap(each, place); });
        const bool detained = during != held.end();
        if (!place.until || detained)
            judgePlace(judged, record, PlaceKind::PoliceStation,
                minorAt(person, detained ? during->from : place.from), detained);
    }
    return onceEach(judged.owed);
}

bool detainedAt(const Case& record, Instant at)
{
    return std::any_of(
        record.statuses.begin(), record.statuses.end(), [&](const StatusEpisode& episode) {
            const bool detention
                = episode.status == LegalStatus::S136 || episode.status == LegalStatus::S135;
            return detention && episode.start <= at && (!episode.ended || *episode.ended > at);
        });
}

void judgeStays(Decision& decision, const Case& before, const Case& after, const Person* person)
{
    const Flag flag = unlawfulStation();
    const bool isSaid = isKnownUnlawful(before)
        || std::find(decision.flags.begin(), decision.flags.end(), flag) != decision.flags.end();
    const bool isUnlawful = wasUnlawful(stationStays(after), person);
    if (!isSaid && isUnlawful)
        decision.flags.push_back(flag);
    if (!isUnlawful && wasUnlawful(stationStays(before), person))
        tellFallen(decision, before, flag);
}

void judgeDetention(Decision& decision, const Case& before, const Case& after, const Person* person)
{
    const auto had = stationStays(before);
    const auto stays = stationStays(after);
    const auto added = std::find_if(stays.begin(), stays.end(), [&had](const PlaceStay& each) {
        return std::none_of(had.begin(), had.end(),
            [&each](const PlaceStay& known) { return known.from == each.from; });
    });
    const Minor minor = added == stays.end() ? Minor::No : minorAt(person, added->from);
    if (added != stays.end() && (minor != Minor::Yes || !isKnownUnlawful(before)))
        judgePlace(decision, after, PlaceKind::PoliceStation, minor, true);
    judgeStays(decision, before, after, person);
}

void judgePlacesAgain(
    Decision& decision, const Case& record, const Person& person, const Context& context)
{
    if (!wasUnlawful(stationStays(record), &person) || isKnownUnlawful(record))
        return;
    const Flag flag = unlawfulStation();
    decision.events.push_back(
        newEvent(subjectOf(record.id), CaseFlagged{{context.mint()}, flag.clause, flag.text}));
    decision.notes.append(u"%1, %2: %3"_s.arg(flag.clause, record.ref, flag.text));
}

}
