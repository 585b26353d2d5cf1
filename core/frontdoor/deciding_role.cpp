#include "core/frontdoor/deciding_role.h"

using namespace Qt::StringLiterals;

namespace core {

const QStringList& decidingCommands()
{
    static const QStringList all{u"case.decide"_s, u"case.triage"_s, u"case.close"_s,
        u"case.reopen"_s, u"case.settle"_s, u"handover.propose"_s, u"handover.decline"_s,
        u"handover.withdraw"_s, u"handover.joint"_s, u"handover.keep"_s, u"duty.ladder_decide"_s,
        u"duty.sign_off"_s, u"escalation.level"_s, u"escalation.stage_allows"_s,
        u"escalation.close"_s, u"sitrep.issue"_s, u"conflict.settle"_s};
    return all;
}

std::optional<Refusal> refuseToDecide(const QString& command, const Context& context)
{
    if (!context.user || !decidingCommands().contains(command))
        return {};
    QStringList names;
    for (const QString& key : context.user->roles) {
        const RoleKind* role = context.profile().role(key);
        if (!role || role->decides)
            return {};
        names.append(role->name.toLower());
    }
    if (names.isEmpty())
        return {};
    return Refusal{u"S3-R3"_s, u"user"_s,
        u"%1 writes down what is decided: “%2” is for an officer or a manager."_s.arg(
            names.join(u" and "), command),
        u"Let whoever decides give the command, or note their words with case.note or duty.note."_s};
}

}
