#include "core/casework/cooperation/dispute_rules.h"

#include "core/text/folded.h"
#include "core/text/people_words.h"

using namespace Qt::StringLiterals;

namespace core {

const Disagreement* openDispute(const Case& record, const PartId& id)
{
    for (const Disagreement& each : record.disputes)
        if (!each.settledAt && (id.isNull() || each.id == id))
            return &each;
    return nullptr;
}

std::optional<DisputeRung> lastStep(const Case& record, const PartId& dispute)
{
    std::optional<DisputeRung> last;
    for (const DisputeStep& step : record.disputeSteps)
        if (step.dispute == dispute && (!last || *last < step.rung))
            last = step.rung;
    return last;
}

QString stepWords(const DisputeStep& step)
{
    QStringList parts{spokenWords(word(step.rung))};
    if (!step.names.isEmpty())
        parts.front() += u": "_s + step.names;
    if (!step.decision.isEmpty())
        parts.append(u"decided: "_s + step.decision);
    if (!step.reason.isEmpty())
        parts.append(u"a step left out because: "_s + step.reason);
    return parts.join(u"; ");
}

QString firstSettler(const Case& record, Instant at, const ServiceCalendar& calendar)
{
    return calendar.inOfficeHours(record.kindOfWork, at) ? u"team manager or AMHP Lead"_s
                                                         : u"on-call manager"_s;
}

std::optional<Refusal> refuseStep(
    const Case& record, const PartId& dispute, DisputeRung rung, const QString& reason)
{
    const auto last = lastStep(record, dispute);
    const int next = last ? static_cast<int>(*last) + 1 : 0;
    const int wanted = static_cast<int>(rung);
    // Both leads' decision is the managers' step too.
    if (wanted <= next || rung == DisputeRung::JointDecision || !reason.trimmed().isEmpty())
        return {};
    return Refusal{u"HO-6.3"_s, u"reason"_s,
        u"The step “%1” would be left out."_s.arg(word(static_cast<DisputeRung>(next))),
        u"Take that step first, or give the reason for leaving it out."_s};
}

std::optional<Refusal> refuseOneName(DisputeRung rung, const QString& manager, const QString& lead)
{
    if (rung != DisputeRung::JointDecision)
        return {};
    if (isSameName(manager, lead))
        return Refusal{u"HO-6.3"_s, u"lead"_s,
            u"%1 cannot decide jointly with themselves."_s.arg(manager.simplified()),
            u"Name two people: the on-call manager and the AMHP Lead."_s};
    if (!manager.trimmed().isEmpty() && !lead.trimmed().isEmpty())
        return {};
    return Refusal{u"HO-6.3"_s, manager.trimmed().isEmpty() ? u"manager"_s : u"lead"_s,
        u"A joint decision is the on-call manager's and the AMHP Lead's together."_s,
        u"Give both names."_s};
}

}
