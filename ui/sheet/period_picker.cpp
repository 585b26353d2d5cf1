#include "ui/sheet/period_picker.h"

#include "ui/widgets/parts.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace ui {

static constexpr int leastLetters = 12; // where the width is short; the list has it whole

PeriodPicker::PeriodPicker(const QString& name, const QString& spoken, QWidget* parent)
    : QWidget(parent)
    , m_list(new QComboBox)
    , m_earlier(button(tr("◂ &Earlier"), name + u".earlier"_s))
    , m_later(button(tr("&Later ▸"), name + u".later"_s))
{
    m_list->setObjectName(name);
    m_list->setAccessibleName(spoken);
    m_list->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_list->setMinimumContentsLength(leastLetters);
    m_earlier->setAccessibleName(tr("Earlier: %1").arg(spoken));
    m_later->setAccessibleName(tr("Later: %1").arg(spoken));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_earlier);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_later);
    connect(m_earlier, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_later, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_list, &QComboBox::currentIndexChanged, this, [this](int place) {
        showEnds();
        emit chosen(place);
    });
}

void PeriodPicker::setPeriods(const QStringList& periods)
{
    const QSignalBlocker quiet(m_list);
    const int place = std::max(m_list->currentIndex(), 0);
    m_list->clear();
    m_list->addItems(periods);
    m_list->setCurrentIndex(std::min(place, m_list->count() - 1));
    showEnds();
}

int PeriodPicker::current() const
{
    return m_list->currentIndex();
}

void PeriodPicker::choose(int place)
{
    m_list->setCurrentIndex(place);
}

void PeriodPicker::move(int by)
{
    const int wanted = current() + by;
    if (wanted >= 0 && wanted < m_list->count())
        choose(wanted);
}

void PeriodPicker::showEnds()
{
    m_earlier->setEnabled(current() + 1 < m_list->count());
    m_later->setEnabled(current() > 0);
    m_list->setToolTip(m_list->currentText());
}

}
