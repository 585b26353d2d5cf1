#include "ui/handover/morning_panel.h"

#include "ui/desk/desk_service.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/words.h"

#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString teamsText(const core::MorningItem& line, const core::Profile& profile)
{
    if (!line.leftFor.isEmpty())
        return line.leftFor;
    QStringList names;
    for (const QString& key : line.teams)
        for (const core::Team& team : profile.teams)
            if (team.key == key)
                names.append(team.name);
    if (!names.isEmpty())
        return names.join(u" or "_s);
    return line.council.isEmpty() ? u"the council is not known yet"_s : u"no team is known"_s;
}

QString lineText(const core::MorningItem& line, const core::Profile& profile)
{
    const QString council
        = line.council.isEmpty() ? u"Council not known"_s : councilName(profile, line.council);
    return u"%1 · %2 · %3\nfor %4"_s.arg(council, line.ref, line.title, teamsText(line, profile));
}

}

MorningPanel::MorningPanel(const DeskService& desk, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_heading(label({}, "heading"))
    , m_list(new QListWidget)
{
    m_list->setObjectName(u"morningList"_s);
    m_list->setAccessibleName(tr("Other open work, for the councils' own teams"));
    m_list->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_heading);
    layout->addWidget(m_list, 1);
    connect(m_list, &QListWidget::itemActivated, this, [this](const QListWidgetItem* item) {
        emit caseRequested({item->data(Qt::UserRole).toUuid()});
    });
}

void MorningPanel::show(const QString& service)
{
    const auto user = m_desk.user();
    const bool own = user && user->service == service;
    const auto lines = own ? core::morningList(service, m_desk.records(), m_desk.profile())
                           : std::vector<core::MorningItem>{};
    const QString name = serviceName(m_desk.profile(), service);
    m_heading->setText(!own ? tr("The morning list of %1 is for its own users").arg(name)
            : lines.empty() ? tr("%1 has no other open work").arg(name)
                            : tr("Morning list of %1: other open work, for the "
                                 "councils' own teams")
                                  .arg(name));
    const int row = m_list->currentRow();
    m_list->clear();
    for (const core::MorningItem& line : lines) {
        auto* item = new QListWidgetItem(lineText(line, m_desk.profile()), m_list);
        item->setData(Qt::UserRole, line.caseId.value);
    }
    m_list->setCurrentRow(std::clamp(row, 0, std::max(0, m_list->count() - 1)));
    m_list->setVisible(!lines.empty());
}

void MorningPanel::focusList()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

}
