#include "core/profile/profile_reader.h"

#include <QCryptographicHash>

namespace core {

namespace {

using namespace Qt::StringLiterals;

Council readCouncil(ProfileJson& json)
{
    Council council;
    council.key = json.text(u"key"_s);
    council.name = json.text(u"name"_s);
    council.caseSystem = json.optionalText(u"caseSystem"_s);
    return council;
}

Service readService(ProfileJson& json)
{
    Service service;
    service.key = json.text(u"key"_s);
    service.name = json.text(u"name"_s);
    service.organisation = json.text(u"organisation"_s);
    service.email = json.optionalText(u"email"_s);
    service.book = json.optionalText(u"book"_s);
    service.leadRole = json.optionalText(u"leadRole"_s);
    service.leadCouncil = json.optionalText(u"leadCouncil"_s);
    service.adultsOnly = json.optionalFlag(u"adultsOnly"_s);
    service.callCare = json.optionalFlag(u"callCare"_s);
    service.shiftStarts = json.optionalTimes(u"shiftStarts"_s);
    return service;
}

std::vector<Hours> readHours(ProfileJson& json)
{
    const QTime from = json.time(u"from"_s);
    const QTime to = json.time(u"to"_s);
    std::vector<Hours> hours;
    for (const int weekday : json.weekdays(u"weekdays"_s))
        hours.push_back({weekday, from, to});
    return hours;
}

WorkKind readWorkKind(ProfileJson& json)
{
    WorkKind kind;
    kind.key = json.text(u"key"_s);
    kind.name = json.text(u"name"_s);
    kind.dayService = json.text(u"dayService"_s);
    kind.outOfHoursService = json.text(u"outOfHoursService"_s);
    for (const auto& hours : json.optionalList<std::vector<Hours>>(u"dayHours"_s, readHours))
        kind.dayHours.insert(kind.dayHours.end(), hours.begin(), hours.end());
    kind.openOnBankHolidays = json.optionalFlag(u"openOnBankHolidays"_s);
    kind.fridayHoursMoveBack = json.optionalFlag(u"fridayHoursMoveBack"_s);
    return kind;
}

HandoverSlot readSlot(ProfileJson& json)
{
    HandoverSlot slot;
    slot.key = json.text(u"key"_s);
    slot.from = json.text(u"from"_s);
    slot.to = json.text(u"to"_s);
    slot.opens = json.time(u"opens"_s);
    slot.starts = json.time(u"starts"_s);
    slot.verbalWithin = json.optionalMinutes(u"verbalWithin"_s, slot.verbalWithin);
    slot.kinds = json.optionalTexts(u"kinds"_s);
    slot.onBankHolidays = json.optionalFlag(u"onBankHolidays"_s);
    slot.leadFrom = json.optionalTime(u"leadFrom"_s, slot.opens);
    return slot;
}

Rung readRung(ProfileJson& json)
{
    Rung rung;
    rung.key = json.text(u"key"_s);
    rung.roles = json.optionalTexts(u"roles"_s);
    rung.name = json.text(u"name"_s);
    rung.number = json.optionalText(u"number"_s);
    return rung;
}

Ladder readLadder(ProfileJson& json)
{
    Ladder ladder;
    ladder.key = json.text(u"key"_s);
    ladder.retryAfter = json.optionalMinutes(u"retryAfter"_s, ladder.retryAfter);
    ladder.attemptsBeforeClimb
        = json.optionalNumber(u"attemptsBeforeClimb"_s, ladder.attemptsBeforeClimb);
    ladder.urgentRetry = json.optionalMinutes(u"urgentRetry"_s, ladder.urgentRetry);
    ladder.rungs = json.optionalList<Rung>(u"rungs"_s, readRung);
    return ladder;
}

EscalationRoute readRoute(ProfileJson& json)
{
    EscalationRoute route;
    route.key = json.text(u"key"_s);
    route.name = json.text(u"name"_s);
    route.kind = json.text(u"kind"_s);
    route.contact = json.optionalText(u"contact"_s);
    route.hours = json.optionalText(u"hours"_s);
    route.levels = json.optionalTexts(u"levels"_s);
    return route;
}

PathwayStep readStep(ProfileJson& json)
{
    PathwayStep step;
    step.after = json.optionalMinutes(u"after"_s, step.after);
    step.whom = json.text(u"whom"_s);
    step.what = json.text(u"what"_s);
    return step;
}

Pathway readPathway(ProfileJson& json)
{
    Pathway pathway;
    pathway.key = json.text(u"key"_s);
    pathway.name = json.text(u"name"_s);
    pathway.starts = json.text(u"starts"_s);
    pathway.place = json.optionalLines(u"place"_s);
    pathway.clause = json.optionalText(u"clause"_s);
    pathway.steps = json.optionalList<PathwayStep>(u"steps"_s, readStep);
    return pathway;
}

Team readTeam(ProfileJson& json)
{
    Team team;
    team.key = json.text(u"key"_s);
    team.name = json.text(u"name"_s);
    team.council = json.optionalText(u"council"_s);
    team.audience = json.text(u"audience"_s);
    team.email = json.optionalText(u"email"_s);
    team.postcodes = json.optionalTexts(u"postcodes"_s);
    team.procedure = json.optionalText(u"procedure"_s);
    return team;
}

ContactPoint readContact(ProfileJson& json)
{
    ContactPoint contact;
    contact.key = json.text(u"key"_s);
    contact.name = json.text(u"name"_s);
    contact.organisation = json.text(u"organisation"_s);
    contact.number = json.optionalText(u"number"_s);
    contact.instruction = json.optionalText(u"instruction"_s);
    contact.email = json.optionalText(u"email"_s);
    contact.verified = json.optionalDate(u"verified"_s);
    return contact;
}

RoleKind readRole(ProfileJson& json)
{
    RoleKind role;
    role.key = json.text(u"key"_s);
    role.name = json.text(u"name"_s);
    role.services = json.optionalTexts(u"services"_s);
    role.senior = json.optionalFlag(u"senior"_s);
    role.mayAccept = json.optionalFlag(u"mayAccept"_s);
    role.mayRecord = json.optionalTexts(u"mayRecord"_s);
    role.decides = !json.optionalFlag(u"decidesNothing"_s);
    return role;
}

RotaLimit readRotaLimit(ProfileJson& json)
{
    RotaLimit limit;
    limit.key = json.text(u"key"_s);
    limit.name = json.text(u"name"_s);
    limit.role = json.text(u"role"_s);
    limit.fewest = json.optionalNumber(u"fewest"_s, limit.fewest);
    limit.most = json.optionalNumber(u"most"_s, limit.most);
    return limit;
}

}

Profile readValues(const QJsonObject& object, ProfileProblems& problems)
{
    ProfileJson json(object, {}, problems);
    Profile profile;
    profile.key = json.text(u"key"_s);
    profile.name = json.text(u"name"_s);
    profile.version = json.text(u"version"_s);
    profile.effective = json.date(u"effective"_s);
    profile.approvedBy = json.text(u"approvedBy"_s);
    profile.marking = json.text(u"marking"_s);
    profile.councils = json.optionalList<Council>(u"councils"_s, readCouncil);
    profile.services = json.optionalList<Service>(u"services"_s, readService);
    profile.work = json.optionalList<WorkKind>(u"work"_s, readWorkKind);
    profile.handoverSlots = json.optionalList<HandoverSlot>(u"handoverSlots"_s, readSlot);
    profile.ladders = json.optionalList<Ladder>(u"ladders"_s, readLadder);
    profile.escalationRoutes = json.optionalList<EscalationRoute>(u"escalationRoutes"_s, readRoute);
    profile.pathways = json.optionalList<Pathway>(u"pathways"_s, readPathway);
    profile.teams = json.optionalList<Team>(u"teams"_s, readTeam);
    profile.contacts = json.optionalList<ContactPoint>(u"contacts"_s, readContact);
    profile.roles = json.optionalList<RoleKind>(u"roles"_s, readRole);
    profile.secureDomains = json.optionalTexts(u"secureDomains"_s);
    for (const auto& hours : json.optionalList<std::vector<Hours>>(u"officeHours"_s, readHours))
        profile.officeHours.insert(profile.officeHours.end(), hours.begin(), hours.end());
    profile.closureDays = json.optionalDates(u"closureDays"_s);
    profile.extraHolidays = json.optionalDates(u"extraHolidays"_s);
    profile.inWorkingDays = json.namesInWorkingDays(u"durations"_s);
    profile.durations = json.minutesByName(u"durations"_s);
    profile.warnings = json.minuteListsByName(u"warnings"_s);
    profile.settings = json.textsByName(u"settings"_s);
    profile.rotaLimits = json.optionalList<RotaLimit>(u"rotaLimits"_s, readRotaLimit);
    json.finish();
    return profile;
}

std::variant<Profile, std::vector<ProfileProblem>> readProfile(const QByteArray& json)
{
    ProfileProblems problems;
    const auto object = parseObject(json, problems);
    if (!object)
        return problems;
    Profile profile = readValues(*object, problems);
    // A value that could not be read would only lead to further complaints about itself.
    if (problems.empty()) {
        checkProfile(profile, problems);
        checkStaffing(profile, problems);
        checkSettingValues(profile, problems);
    }
    if (!problems.empty())
        return problems;
    profile.digest = QCryptographicHash::hash(json, QCryptographicHash::Sha256);
    return profile;
}

}
