#include "ui/exchange/news_panel.h"

#include "ui/widgets/parts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int steps = 1000;

const char* roleOf(ExchangeNews::Tone tone)
{
    switch (tone) {
    case ExchangeNews::Tone::Done: return "done";
    case ExchangeNews::Tone::Owed: return "owed";
    case ExchangeNews::Tone::Failed: return "refusal";
    }
    return "";
}

QString signOf(ExchangeNews::Tone tone)
{
    return tone == ExchangeNews::Tone::Done ? u"✓ "_s
        : tone == ExchangeNews::Tone::Owed  ? u"! "_s
                                            : u"✗ "_s;
}

}

NewsPanel::NewsPanel(QWidget* parent)
    : QWidget(parent)
    , m_running(new QWidget)
    , m_what(label({}))
    , m_bar(new QProgressBar)
    , m_stop(button(tr("&Stop"), u"stopExchange"_s))
    , m_title(label(tr("Nothing was exchanged from here yet"), "strong"))
    , m_lines(new QPlainTextEdit)
{
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("How far the exchange is"));
    m_lines->setObjectName(u"exchangeReport"_s);
    m_lines->setAccessibleName(tr("Report of the last exchange"));
    m_lines->setReadOnly(true);
    m_lines->setTabChangesFocus(true);
    auto* running = new QVBoxLayout(m_running);
    running->setContentsMargins(0, 0, 0, 0);
    running->addWidget(m_what);
    auto* line = new QHBoxLayout;
    line->addWidget(m_bar, 1);
    line->addWidget(m_stop);
    running->addLayout(line);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_running);
    layout->addWidget(m_title);
    layout->addWidget(m_lines, 100);
    layout->addStretch(1);
    m_running->hide();
    m_lines->hide();
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_stop->setEnabled(false);
        emit stopRequested();
    });
}

void NewsPanel::showProgress(const QString& what, qint64 done, qint64 total)
{
    m_what->setText(what + u" …"_s);
    m_bar->setRange(0, total > 0 ? steps : 0);
    m_bar->setValue(total > 0 ? static_cast<int>(steps * std::min(done, total) / total) : 0);
    m_stop->setEnabled(true);
    m_running->show();
}

void NewsPanel::show(const ExchangeNews& news)
{
    m_running->hide();
    m_title->setText(signOf(news.tone) + news.title);
    setRole(m_title, roleOf(news.tone));
    m_lines->setPlainText(news.lines.join(u'\n'));
    m_lines->setVisible(!news.lines.isEmpty());
}

void NewsPanel::focusReport()
{
    m_lines->setFocus(Qt::ShortcutFocusReason);
}

}
