#include "core/casework/cooperation/support_rules.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

QString folded(const QString& words)
{
    QString letters = words.toCaseFolded();
    for (QChar& each : letters)
        if (!each.isLetterOrNumber())
            each = u' ';
    return letters.simplified();
}

bool saysAnyOf(const QString& said, const QStringList& marks)
{
    return std::any_of(
        marks.begin(), marks.end(), [&said](const QString& mark) { return said.contains(mark); });
}

// “HTT”, “CRHTT”, “IHTT”: an abbreviation stands as a word of its own.
bool saysHtt(const QString& said)
{
    const QStringList each = said.split(u' ');
    return std::any_of(
        each.begin(), each.end(), [](const QString& one) { return one.endsWith(u"htt"); });
}

bool saysHomeTreatment(const QString& said)
{
    static const QStringList marks{
        u"crht"_s, u"hometreatment"_s, u"homebasedtreatment"_s, u"crisisresolution"_s};
    return saysHtt(said) || saysAnyOf(QString(said).remove(u' '), marks);
}

// A name with “child” in it may be one of adults too, or of no children at all.
bool saysChildrens(const QString& words)
{
    static const QStringList marks{u"camhs"_s, u"adolescent"_s, u"child"_s, u"young people"_s};
    const QString said = folded(words);
    return saysAnyOf(said, marks) && !said.contains(u"adult"_s) && !saysHomeTreatment(said);
}

bool saysCrht(const QString& words)
{
    const QString said = folded(words);
    return saysHomeTreatment(said)
        || (!saysChildrens(words) && QString(said).remove(u' ').contains(u"crisisteam"_s));
}

// What a crisis team may do in the person's home or at the assessment. COOP-3.9a
bool comesToThePerson(SupportKind kind)
{
    switch (kind) {
    case SupportKind::JointAssessment:
    case SupportKind::CrisisIntervention:
    case SupportKind::CaseResponsibility:
    case SupportKind::AttendAssessment: return true;
    default: return false;
    }
}

template <typename Part>
const Part* partMeant(const std::vector<Part>& parts, const QString& words)
{
    const QString said = folded(words);
    const auto found = std::find_if(parts.begin(), parts.end(), [&said](const Part& each) {
        return folded(each.key) == said || folded(each.name) == said;
    });
    return found == parts.end() ? nullptr : &*found;
}

bool isNamedCrht(const QString& words, const Profile& profile)
{
    return saysCrht(words) && !teamMeant(profile, words);
}

// Told to be neither of children's nor CRHT, and named like CRHT.
bool isToldAgainstItsName(const NamedTeam& team, const Profile& profile)
{
    return team.told == TeamKind::Other && !partMeant(profile.teams, team.words)
        && !partMeant(profile.contacts, team.words) && saysCrht(team.words);
}

}

const Team* teamMeant(const Profile& profile, const QString& words)
{
    if (const Team* team = partMeant(profile.teams, words))
        return team;
    const ContactPoint* contact = partMeant(profile.contacts, words);
    return contact ? profile.team(contact->key) : nullptr;
}

std::optional<TeamKind> kindOf(const NamedTeam& team, const Profile& profile)
{
    if (const Team* known = teamMeant(profile, team.words)) {
        if (known->audience == u"crht"_s)
            return TeamKind::Crht;
        const bool childrens
            = known->audience == u"camhs-crisis"_s || known->audience == u"children"_s;
        return childrens ? TeamKind::Childrens : TeamKind::Other;
    }
    return partMeant(profile.contacts, team.words) ? TeamKind::Other : team.told;
}

std::optional<Refusal> refuseCrisisTeam(const NamedTeam& team, const Profile& profile)
{
    const auto kind = kindOf(team, profile);
    if (kind ? *kind != TeamKind::Crht : !saysCrht(team.words))
        return {};
    const Team* known = teamMeant(profile, team.words);
    return Refusal{u"COOP-3.9a"_s, u"team"_s,
        u"%1 is a crisis team: age, area and way of referral are asked first."_s.arg(
            known ? known->name : team.words),
        kind ? u"Ask it with case.crht_request."_s
             : u"Ask it with case.crht_request; or say in team_kind that it is another team."_s};
}

std::optional<Refusal> refuseKnownOther(const QString& team, const Profile& profile)
{
    const auto kind = kindOf({team, {}}, profile);
    if (team.isEmpty() || !kind || *kind == TeamKind::Crht || isNamedCrht(team, profile))
        return {};
    const Team* known = teamMeant(profile, team);
    return Refusal{u"COOP-3.4"_s, u"team"_s,
        u"%1 is not a crisis team of home treatment."_s.arg(known ? known->name : team),
        u"Name the crisis team, or leave the team out; another team is asked with case.support."_s};
}

std::optional<Refusal> refuseNotCrht(const NamedTeam& team, const Profile& profile)
{
    if (auto refusal = refuseKnownOther(team.words, profile))
        return refusal;
    const bool byName = !team.told && isNamedCrht(team.words, profile);
    if (team.words.isEmpty() || byName || kindOf(team, profile) == TeamKind::Crht)
        return {};
    return Refusal{u"COOP-3.4"_s, u"team_kind"_s,
        team.told ? u"“%1” is told to be no crisis team of home treatment."_s.arg(team.words)
                  : u"Nobody says that “%1” is a crisis team of home treatment."_s.arg(team.words),
        u"Say crht in team_kind if it is one, or leave the team out; another team is asked with "
        u"case.support."_s};
}

std::optional<Refusal> refuseUnknownTeam(const NamedTeam& team, SupportKind kind,
    bool confirmedAdult, const Case& record, const Context& context)
{
    const auto known = kindOf(team, context.profile());
    const bool byName = isToldAgainstItsName(team, context.profile());
    const bool doubtful = known ? byName : comesToThePerson(kind) && !saysChildrens(team.words);
    if (!doubtful)
        return {};
    auto refusal = refuseCrhtByAge(record, {confirmedAdult, true, u"team"_s}, context);
    if (refusal)
        refusal->mend += byName
            ? u" Or say in team_kind that it is a team of children's services."_s
            : u" Or say in team_kind of what kind the team is: nobody has said so."_s;
    return refusal;
}

void tellDoubt(Decision& decision, const NamedTeam& team, SupportKind kind, const Profile& profile)
{
    if (isToldAgainstItsName(team, profile))
        decision.flags.push_back({u"COOP-3.9a"_s,
            u"“%1” was asked as no crisis team of adults, and its name says that it is one."_s.arg(
                team.words)});
    else if (comesToThePerson(kind) && !kindOf(team, profile) && saysChildrens(team.words))
        decision.notes.append(
            u"COOP-3.9a: “%1” is taken for a children's team by its name alone; team_kind says of "
            u"what kind it is."_s.arg(team.words));
}

}
