#include "core/exchange/trust.h"

namespace core {

namespace {

using Trusted = std::map<DeskId, TrustedDesk>;

void take(Trusted& trusted, const Statement& said, const QString& vouchedBy)
{
    const DeskId& desk = said.believed.desk;
    if (said.standing != Belief::Withdrawn)
        trusted[desk] = {said.believed, vouchedBy, {}, false};
    else if (const auto found = trusted.find(desk); found != trusted.end())
        found->second.withdrawn = said.withdrawn;
}

// A lead's word reaches desks of its own service that nobody here spoke of.
bool reaches(const Trusted& direct, const TrustedDesk& lead, const Statement& said)
{
    if (direct.contains(said.believed.desk))
        return false;
    return said.standing == Belief::Withdrawn
        || (said.standing == Belief::Vouched && said.believed.services.value(0) == lead.service());
}

void addVouched(Trusted& trusted, const std::map<DeskId, DeskRecord>& desks)
{
    const Trusted direct = trusted;
    for (const auto& [id, lead] : direct) {
        const auto record = desks.find(id);
        if (!lead.believed.lead || lead.withdrawn || record == desks.end())
            continue;
        for (const Statement& said : record->second.statements)
            if (reaches(direct, lead, said)) {
                Statement word = said;
                word.believed.lead = false;
                take(trusted, word, lead.believed.deskName);
            }
    }
}

}

TrustStanding standingOf(const std::optional<TrustedDesk>& desk, Instant now)
{
    if (!desk)
        return TrustStanding::Unknown;
    if (desk->withdrawn)
        return TrustStanding::Withdrawn;
    if (desk->superseded)
        return TrustStanding::Superseded;
    if (desk->expired(now))
        return TrustStanding::Expired;
    return desk->vouchedBy.isEmpty() ? TrustStanding::Trusted : TrustStanding::Vouched;
}

std::vector<DeskId> identitiesOf(const DeskId& self, const std::map<DeskId, DeskRecord>& desks)
{
    std::vector<DeskId> identities{self};
    for (;;) {
        const auto record = desks.find(identities.back());
        if (record == desks.end() || !record->second.opened.continues)
            return identities;
        const DeskId& before = record->second.opened.continues->desk;
        if (std::find(identities.begin(), identities.end(), before) != identities.end())
            return identities;
        identities.push_back(before);
    }
}

std::map<DeskId, TrustedDesk> trustedDesks(
    const DeskId& self, const std::map<DeskId, DeskRecord>& desks)
{
    Trusted trusted;
    const std::vector<DeskId> identities = identitiesOf(self, desks);
    for (auto id = identities.rbegin(); id != identities.rend(); ++id)
        if (const auto record = desks.find(*id); record != desks.end())
            for (const Statement& said : record->second.statements)
                if (said.standing != Belief::Vouched)
                    take(trusted, said, {});
    addVouched(trusted, desks);
    for (const auto& [id, each] : Trusted(trusted))
        if (const auto before = trusted.find(each.believed.continues); before != trusted.end())
            before->second.superseded = true;
    return trusted;
}

}
