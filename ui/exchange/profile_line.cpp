#include "ui/exchange/profile_line.h"

#include "core/time/london.h"
#include "ui/desk/desk_service.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("ui::ProfileLine", text);
}

QString filled(const QString& pattern, const QJsonObject& row)
{
    const core::Instant begins = core::fromMillis(row.value(u"begins"_s).toInteger());
    return pattern.arg(row.value(u"version"_s).toString(), core::dateTimeText(begins),
        row.value(u"approved_by"_s).toString());
}

}

QString profileLine(const DeskService& desk)
{
    QStringList lines;
    for (const QJsonObject& row : desk.rows({u"profile"_s, {}, u"begins"_s})) {
        const QString state = row.value(u"state"_s).toString();
        if (state == u"in_force"_s)
            lines.append(filled(tr("Profile version %1, since %2, approved by %3."), row));
        else if (state == u"to_come"_s)
            lines.append(filled(tr("Version %1 from %2, approved by %3."), row));
        else if (state == u"unusable"_s)
            lines.append(tr("Version %1 cannot be used by this program: update it.")
                             .arg(row.value(u"version"_s).toString()));
    }
    return lines.join(u' ');
}

}
