#include "core/exchange/share_claims.h"

#include <set>

namespace core {

namespace {

class Counting {
public:
    Counting(const std::map<QString, QString>& owners, const QString& own)
        : m_owners(owners)
        , m_own(own)
    {
    }

    bool counts(const ShareClaim& claim) const
    {
        const auto owner = m_owners.find(claim.subject);
        return claim.by == m_own || (owner != m_owners.end() && owner->second == claim.by)
            || m_seen.contains({claim.subject, claim.by});
    }
    void take(const ShareClaim& claim) { m_seen.insert({claim.subject, claim.with}); }

private:
    const std::map<QString, QString>& m_owners;
    const QString& m_own;
    std::set<std::pair<QString, QString>> m_seen;
};

}

std::vector<bool> claimsThatCount(const std::vector<ShareClaim>& claims,
    const std::map<QString, QString>& owners, const QString& own)
{
    std::vector<bool> counted(claims.size());
    Counting counting(owners, own);
    for (bool going = true; going;) {
        going = false;
        for (std::size_t at = 0; at < claims.size(); ++at) {
            if (counted[at] || !counting.counts(claims[at]))
                continue;
            counted[at] = true;
            counting.take(claims[at]);
            going = true;
        }
    }
    return counted;
}

}
