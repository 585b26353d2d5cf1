#include "app/cli/service_option.h"

using namespace Qt::StringLiterals;

namespace cli {

bool readService(Call& call, const QString& typed, const core::Profile& profile, QString& service)
{
    if (typed.isEmpty())
        return true;
    service = typed;
    if (profile.service(typed))
        return true;
    QStringList keys;
    for (const core::Service& each : profile.services)
        keys.append(each.key);
    wrongUsage(call, u"There is no service “%1”."_s.arg(typed),
        u"Use one of: %1."_s.arg(keys.join(u", ")));
    return false;
}

}
