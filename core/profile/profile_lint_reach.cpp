#include "core/duty/ladder.h"
#include "core/profile/profile_lint_parts.h"
#include "core/text/telephone.h"
#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace core {

namespace {

// A rung that a whole night of calls does not reach might as well not be there.
constexpr Minutes night = 12h;

const LadderPerson* sameTelephoneBefore(
    const LadderTerms& terms, std::size_t rung, const LadderPerson& person)
{
    for (std::size_t before = 0; before < rung; ++before)
        for (const LadderPerson& each : terms.rungs[before].people)
            if (sameTelephone(each.number, person.number))
                return &each;
    return nullptr;
}

void lintTelephones(
    Findings& findings, const LadderTerms& terms, std::size_t rung, const QString& path)
{
    for (const LadderPerson& person : terms.rungs[rung].people)
        if (const LadderPerson* before = sameTelephoneBefore(terms, rung, person))
            findings.push_back({path + u".number"_s, FindingWeight::Must, u"ESC-6.1e"_s,
                u"“%1” cannot be reached: it rings the same telephone as “%2”."_s.arg(
                    person.name, before->name),
                u"Enter this rung's own number, or remove the rung."_s});
}

// The ladder rings the manager on duty, whose usual number is the contact's. ESC-6.1a
void lintManagersNumber(
    Findings& findings, const Rung& rung, const ContactPoint* manager, const QString& path)
{
    const bool rings = manager && rung.roles.contains(manager->key) && !rung.number.isEmpty()
        && !manager->number.isEmpty();
    if (rings && rung.number != manager->number && !sameTelephone(rung.number, manager->number))
        findings.push_back({path + u".number"_s, FindingWeight::Must, u"ESC-6.1b"_s,
            u"“%1” is never rung on %2: a duty starts with the contact's number, %3."_s.arg(
                rung.name, rung.number, manager->number),
            u"Write the one number to ring here and at the contact \"%1\"."_s.arg(manager->key)});
}

void lintLadder(
    Findings& findings, const Profile& profile, const Ladder& ladder, const QString& path)
{
    const LadderTerms terms = ladderTerms(ladder, nullptr, profile);
    const ContactPoint* manager = profile.contact(u"on_call_manager"_s);
    if (ladder.retryAfter <= Minutes{0})
        findings.push_back({path + u".retryAfter"_s, FindingWeight::Must, u"ESC-6.1f"_s,
            u"The next call is due at once: nobody has the time to ring back."_s,
            u"Write how long to wait for the call back, e.g. \"15 min\"."_s});
    Minutes until{0};
    for (std::size_t r = 0; r < ladder.rungs.size(); ++r) {
        const QString at = u"%1.rungs[%2]"_s.arg(path).arg(r);
        lintTelephones(findings, terms, r, at);
        lintManagersNumber(findings, ladder.rungs[r], manager, at);
        if (until > night)
            findings.push_back({at, FindingWeight::Must, u"ESC-6.1f"_s,
                u"“%1” is not reached in a night: the rungs before it take %2."_s.arg(
                    ladder.rungs[r].name, durationText(until)),
                u"Shorten \"retryAfter\" or lower \"attemptsBeforeClimb\"."_s});
        if (!terms.rungs[r].people.empty())
            until += ladder.retryAfter * ladder.attemptsBeforeClimb;
    }
}

QString missingFor(const EscalationRoute& route, const ContactPoint& contact)
{
    if (route.kind == u"phone"_s && contact.number.isEmpty())
        return u"number"_s;
    const bool written = route.kind == u"email"_s || route.kind == u"complaints"_s;
    return written && contact.email.isEmpty() ? u"email"_s : QString();
}

void lintReached(Findings& findings, const EscalationRoute& route, const ContactPoint& contact,
    const QString& path)
{
    if (const QString missing = missingFor(route, contact); !missing.isEmpty())
        findings.push_back({path, FindingWeight::Must, u"ESC-4.1"_s,
            u"The route to “%1” is by %2, and “%3” has no %4."_s.arg(
                route.name, route.kind, contact.name, missing),
            u"Enter \"%1\" at the contact, or choose another kind of route."_s.arg(missing)});
}

void lintRoute(Findings& findings, const Profile& profile, std::size_t index)
{
    const EscalationRoute& route = profile.escalationRoutes[index];
    const QString path = u"escalationRoutes[%1]"_s.arg(index);
    const ContactPoint* contact = profile.contact(route.contact);
    if (!contact) {
        if (route.kind != u"form"_s)
            findings.push_back({path + u".contact"_s, FindingWeight::Must, u"ESC-4.1"_s,
                u"The route to “%1” names nobody to send to."_s.arg(route.name),
                u"Name one of the contacts."_s});
        return;
    }
    lintReached(findings, route, *contact, path + u".contact"_s);
    for (qsizetype i = 0; i < route.contacts.size(); ++i)
        if (const ContactPoint* further = profile.contact(route.contacts[i]))
            lintReached(findings, route, *further, u"%1.contacts[%2]"_s.arg(path).arg(i));
}

// Partners outside them may stand in the directory; a concern that is written names people.
void lintAddress(Findings& findings, const Profile& profile, std::size_t index)
{
    const ContactPoint& contact = profile.contacts[index];
    const auto& routes = profile.escalationRoutes;
    const auto route = std::find_if(routes.begin(), routes.end(),
        [&](const EscalationRoute& each) { return each.allContacts().contains(contact.key); });
    if (route != routes.end() && isOutside(contact, profile))
        findings.push_back({u"contacts[%1].email"_s.arg(index), FindingWeight::Should, u"ESC-4.1"_s,
            u"The route to “%1” leads to %2, outside the secure e-mail domains."_s.arg(
                route->name, contact.email),
            u"Use a secure address, or add its domain to secureDomains."_s});
}

}

void lintLadders(Findings& findings, const Profile& profile)
{
    if (profile.ladders.empty())
        findings.push_back({u"ladders"_s, FindingWeight::Must, u"ESC-6.1a"_s,
            u"There is no on-call ladder: nobody is known whom to ring."_s,
            u"Add the ladder with the on-call manager on its first rung."_s});
    for (std::size_t i = 0; i < profile.ladders.size(); ++i)
        lintLadder(findings, profile, profile.ladders[i], u"ladders[%1]"_s.arg(i));
    const ContactPoint* manager = profile.contact(u"on_call_manager"_s);
    if (!manager || manager->number.isEmpty())
        findings.push_back({u"contacts"_s, FindingWeight::Must, u"ESC-6.1b"_s,
            u"The on-call manager's number is missing."_s,
            u"Add a contact with the key \"on_call_manager\" and its number."_s});
}

void lintRoutes(Findings& findings, const Profile& profile)
{
    const auto& routes = profile.escalationRoutes;
    for (std::size_t i = 0; i < routes.size(); ++i)
        lintRoute(findings, profile, i);
    for (std::size_t i = 0; i < profile.contacts.size(); ++i)
        lintAddress(findings, profile, i);
    const bool onlyInHours = !routes.empty()
        && std::all_of(routes.begin(), routes.end(),
            [](const EscalationRoute& route) { return route.hours == u"in_hours"_s; });
    if (onlyInHours)
        findings.push_back({u"escalationRoutes"_s, FindingWeight::Must, u"ESC-5.2"_s,
            u"Out of hours there is no route for a concern."_s,
            u"Give at least one route the hours \"always\" or \"out_of_hours\"."_s});
}

}
