#include "ui/handover/cross_check_panel.h"

#include "core/handover/item_rules.h"
#include "ui/desk/desk_service.h"
#include "ui/handover/cross_check_model.h"
#include "ui/handover/handover_words.h"
#include "ui/handover/reconciliation_label.h"
#include "ui/widgets/column_fit.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/word_header.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

// Shares of the width by column.
const std::vector<int> shares{22, 17, 26, 26, 15};

QString unansweredText(const std::vector<core::PreparedItem>& lines, const core::Records& records)
{
    QStringList parts;
    for (const core::PreparedItem& line : lines)
        if (line.item && core::isUnanswered(*line.item) && !line.item->answeredAt)
            parts.append(u"%1 %2"_s.arg(line.item->transferNumber, personText(line, records)));
    return parts.isEmpty() ? QString()
                           : u"Not answered, so in neither book: %1."_s.arg(parts.join(u"; "_s));
}

QStringList outstandingNames(
    const std::vector<core::PreparedItem>& lines, const core::Records& records)
{
    QStringList names;
    for (const core::PreparedItem& line : lines)
        if (awaitsTheirRecord(line))
            names.append(u"%1 %2"_s.arg(line.item->transferNumber, personText(line, records)));
    return names;
}

}

CrossCheckPanel::CrossCheckPanel(const DeskService& desk, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_model(new CrossCheckModel(desk, this))
    , m_table(new QTableView)
    , m_empty(new EmptyState(tr("Nothing has been answered in this session"),
          tr("An acceptance, a decline or an information stands here with its transfer number as "
             "both books carry it. X goes back to the cases.")))
    , m_stack(new QStackedWidget)
    , m_verdict(label({}, "strong"))
    , m_unanswered(label({}, "owed"))
    , m_staying(label({}, "owed"))
    , m_reconciliation(new ReconciliationLabel(desk))
{
    makeTable();
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_verdict);
    layout->addWidget(m_unanswered);
    layout->addWidget(m_staying);
    layout->addWidget(m_reconciliation);
    layout->addWidget(m_stack, 1);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) {
        emit caseRequested(m_model->pair(index.row()).caseId);
    });
}

void CrossCheckPanel::makeTable()
{
    m_table->setObjectName(u"crossCheck"_s);
    m_table->setAccessibleName(tr("Both books, line by line"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QTableView::SelectRows);
    m_table->setSelectionMode(QTableView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(true);
    m_table->setTabKeyNavigation(false);
    m_table->setTextElideMode(Qt::ElideNone);
    m_table->setHorizontalHeader(new WordHeader(m_table));
    m_table->setHorizontalScrollMode(QTableView::ScrollPerPixel);
    m_table->setVerticalScrollMode(QTableView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->viewport()->installEventFilter(this);
}

void CrossCheckPanel::show(
    const core::WindowTimes& times, const std::vector<core::PreparedItem>& lines, bool windowClosed)
{
    m_model->show(times);
    const int rows = m_model->rowCount();
    showVerdict(lines);
    m_unanswered->setText(unansweredText(lines, m_desk.records()));
    m_unanswered->setVisible(!m_unanswered->text().isEmpty());
    m_staying->setText(stayingText(lines, times, windowClosed, m_desk.records(), m_desk.profile()));
    m_staying->setVisible(!m_staying->text().isEmpty());
    m_reconciliation->showDays(times.date, times.date);
    m_stack->setCurrentIndex(rows > 0 ? 0 : 1);
    if (rows > 0 && !m_table->currentIndex().isValid())
        m_table->selectRow(0);
    fit();
}

void CrossCheckPanel::showVerdict(const std::vector<core::PreparedItem>& lines)
{
    const int rows = m_model->rowCount();
    const int wrong = m_model->mismatches();
    const QStringList outstanding = outstandingNames(lines, m_desk.records());
    QStringList verdict;
    if (wrong > 0)
        verdict.append(tr("✕ %1 of %2 transfers differ between the books.").arg(wrong).arg(rows));
    if (!outstanding.isEmpty())
        verdict.append(tr("☎ Accepted by telephone, their record outstanding: %1.")
                           .arg(outstanding.join(u"; "_s)));
    if (verdict.isEmpty())
        verdict.append(
            tr("✓ Every answered transfer stands in both books with the same number and words."));
    m_verdict->setText(verdict.join(u' '));
    setRole(m_verdict, wrong > 0 ? "refusal" : outstanding.isEmpty() ? "done" : "owed");
    m_verdict->setVisible(rows > 0);
}

int CrossCheckPanel::mismatches() const
{
    return m_model->mismatches();
}

void CrossCheckPanel::focusTable()
{
    m_table->setFocus(Qt::TabFocusReason);
}

bool CrossCheckPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Resize)
        fit();
    return QWidget::eventFilter(watched, event);
}

void CrossCheckPanel::fit()
{
    fitColumns(*m_table, wishesOf(*m_table, shares, [](const QModelIndex& index) {
        return index.data().toString();
    }));
}

}
