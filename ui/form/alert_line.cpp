#include "ui/form/alert_line.h"

#include "core/alert/alert_rules.h"
#include "ui/desk/desk_service.h"
#include "ui/widgets/parts.h"

using namespace Qt::StringLiterals;

namespace ui {

AlertLine::AlertLine(const DeskService& desk, QWidget* parent) : QLabel(parent), m_desk(desk)
{
    setObjectName(u"alertLine"_s);
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    setRole(this, "refusal");
    hide();
}

void AlertLine::setTyped(const QJsonObject& typed)
{
    QStringList lines;
    for (const core::AlertMatch& match :
        core::alertsFor(core::probeOf(typed), m_desk.records(), m_desk.now()))
        lines.append(core::alertText(match));
    setText(lines.join(u'\n'));
    setAccessibleName(text());
    setVisible(!lines.isEmpty());
}

}
