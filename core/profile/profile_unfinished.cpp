#include "core/duty/ladder.h"
#include "core/profile/profile.h"
#include "core/time/london.h"

namespace core {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

void unverifiedContacts(const Profile& profile, QDate today, std::vector<ProfileProblem>& owed)
{
    const auto stale = std::chrono::duration_cast<std::chrono::hours>(
        profile.duration(u"number_stale_after"_s, 90 * 24h));
    for (size_t i = 0; i < profile.contacts.size(); ++i) {
        const ContactPoint& contact = profile.contacts[i];
        const QString path = u"contacts[%1].verified"_s.arg(i);
        const QString mend = u"Ring or write, and enter the day: \"verified\": \"%1\"."_s.arg(
            today.toString(Qt::ISODate));
        if (!contact.verified)
            owed.push_back({path, u"Nobody has verified “%1” yet."_s.arg(contact.name), mend});
        else if (*contact.verified > today)
            owed.push_back({path,
                u"“%1” is said to be verified on %2, a day to come."_s.arg(
                    contact.name, dateText(*contact.verified)),
                mend});
        else if (contact.verified->daysTo(today) > stale / 24h)
            owed.push_back({path,
                u"“%1” was last verified on %2."_s.arg(contact.name, dateText(*contact.verified)),
                mend});
    }
}

// The numbers of its roles' contacts are the rung's where it has none of its own.
void rungsWithoutNumber(const Profile& profile, size_t ladder, std::vector<ProfileProblem>& owed)
{
    const LadderTerms terms = ladderTerms(profile.ladders[ladder], nullptr, profile);
    for (size_t r = 0; r < terms.rungs.size(); ++r)
        if (terms.rungs[r].people.empty())
            owed.push_back({u"ladders[%1].rungs[%2].number"_s.arg(ladder).arg(r),
                u"“%1” has no number."_s.arg(terms.rungs[r].name),
                u"Enter the number to ring on this rung."_s});
}

}

std::vector<ProfileProblem> unfinished(const Profile& profile, QDate today)
{
    std::vector<ProfileProblem> owed;
    for (size_t i = 0; i < profile.ladders.size(); ++i)
        rungsWithoutNumber(profile, i, owed);
    for (size_t i = 0; i < profile.teams.size(); ++i)
        if (profile.teams[i].email.isEmpty())
            owed.push_back(
                {u"teams[%1].email"_s.arg(i), u"“%1” has no address."_s.arg(profile.teams[i].name),
                    u"Enter the secure e-mail address of the team."_s});
    unverifiedContacts(profile, today, owed);
    return owed;
}

}
