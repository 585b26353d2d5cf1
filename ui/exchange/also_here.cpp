#include "ui/exchange/also_here.h"

#include "ui/desk/desk_service.h"
#include "ui/desk/exchange.h"
#include "ui/desk/folder_exchange.h"
#include "ui/widgets/moments.h"

using namespace Qt::StringLiterals;

namespace ui {

QString alsoHereText(const std::vector<core::PresenceBook::Other>& others, core::Instant now)
{
    QStringList names;
    for (const core::PresenceBook::Other& other : others)
        names.append(u"%1 (since %2)"_s.arg(other.user, momentText(other.since, now)));
    if (names.size() == 1)
        return u"%1 is also here (since %2)."_s.arg(
            others.front().user, momentText(others.front().since, now));
    return names.isEmpty() ? QString() : u"Also here: %1."_s.arg(names.join(u", "_s));
}

AlsoHere::AlsoHere(const DeskService& desk, QWidget* parent) : QLabel(parent), m_desk(desk)
{
    setObjectName(u"alsoHere"_s);
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setProperty("role", u"here"_s);
    connect(&desk.exchange().folder(), &FolderExchange::presenceChanged, this, &AlsoHere::refresh);
    connect(&desk, &DeskService::ticked, this, &AlsoHere::refresh);
    hide();
}

void AlsoHere::setRecord(const core::Subject& record)
{
    m_record = record;
    refresh();
}

void AlsoHere::refresh()
{
    const QString words = alsoHereText(m_desk.exchange().folder().othersAt(m_record), m_desk.now());
    if (words != text())
        setText(words);
    setVisible(!words.isEmpty());
}

}
