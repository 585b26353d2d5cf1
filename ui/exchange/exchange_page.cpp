#include "ui/exchange/exchange_page.h"

#include "ui/desk/desk_service.h"
#include "ui/desk/exchange.h"
#include "ui/desk/folder_exchange.h"
#include "ui/exchange/bundle_dialogs.h"
#include "ui/exchange/colleague_rows.h"
#include "ui/exchange/introduce_dialog.h"
#include "ui/exchange/news_panel.h"
#include "ui/exchange/profile_line.h"
#include "ui/exchange/trust_dialog.h"
#include "ui/form/form_host.h"
#include "ui/sheet/sheet_view.h"
#include "ui/sheet/side_split.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/moments.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/tall_scroll.h"
#include "ui/widgets/words.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

ExchangePage::ExchangePage(DeskService& desk, QWidget* parent)
    : Page(parent)
    , m_desk(desk)
    , m_own(label({}, "heading"))
    , m_doubts(label({}, "refusal"))
    , m_folder(label({}, "quiet"))
    , m_profile(label({}, "quiet"))
    , m_write(button(tr("&Write a bundle…"), u"writeBundle"_s, "primary"))
    , m_withdraw(button(tr("Believe it &no longer…"), u"withdrawDesk"_s))
    , m_view(new SheetView(u"colleagues"_s, tr("Desks that are known here"), colleagueColumns()))
    , m_stack(new QStackedWidget)
    , m_forms(new FormHost(desk))
    , m_news(new NewsPanel)
    , m_waitingTitle(label(tr("Waiting, or could not be read"), "strong"))
    , m_waiting(new SheetView(u"waitingBundles"_s, tr("Bundles that wait or could not be read"),
          {{tr("Bundle"), 10, {}}}))
{
    m_doubts->setObjectName(u"ownDoubts"_s);
    m_doubts->hide();
    m_profile->setObjectName(u"profileLine"_s);
    auto* layout = tallLayout(this);
    layout->addWidget(m_own);
    layout->addWidget(m_doubts);
    layout->addWidget(m_folder);
    layout->addWidget(m_profile);
    layout->addWidget(makeHead());
    layout->addWidget(new SideSplit(makeMain(), makeSide()), 1);
    addKeys();
    connectParts();
    showFolder();
}

QWidget* ExchangePage::makeHead()
{
    auto* head = new QWidget;
    auto* flow = new FlowLayout(head);
    flow->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](QPushButton* act, auto slot) {
        connect(act, &QPushButton::clicked, this, slot);
        flow->addWidget(act);
    };
    add(m_write, &ExchangePage::write);
    add(button(tr("&Read bundles…"), u"readBundles"_s), &ExchangePage::read);
    add(button(tr("&Introduce this desk…"), u"introduceDesk"_s), &ExchangePage::introduce);
    add(button(tr("&Trust a desk…"), u"trustDesk"_s), [this] { trust({}); });
    add(m_withdraw, &ExchangePage::withdraw);
    add(button(tr("&Common folder…"), u"chooseFolder"_s), &ExchangePage::chooseFolder);
    add(button(tr("&Publish a profile…"), u"publishProfile"_s), &ExchangePage::publish);
    return head;
}

QWidget* ExchangePage::makeMain()
{
    m_stack->addWidget(m_view);
    m_stack->addWidget(new EmptyState(tr("No other desk is known here"),
        tr("Introduce this desk, send the file over, and read the six words out on the telephone. "
           "Trust theirs in the same way.")));
    return m_stack;
}

QWidget* ExchangePage::makeSide()
{
    m_waiting->horizontalHeader()->hide();
    auto* side = new QWidget;
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_forms);
    layout->addWidget(m_news, 3);
    layout->addWidget(m_waitingTitle);
    layout->addWidget(m_waiting, 2);
    layout->addStretch(0);
    return side;
}

void ExchangePage::addKeys()
{
    const auto add = [this](const QString& name, const QString& text, const QKeySequence& key,
                         std::function<void()> run) {
        auto* action = new QAction(text, this);
        action->setObjectName(name);
        action->setShortcut(key);
        addAction(action);
        connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
    };
    add(u"goToColleagues"_s, tr("Go to the desks"), QKeySequence(u"F3"_s),
        [this] { m_view->setFocus(Qt::ShortcutFocusReason); });
    add(u"goToReport"_s, tr("Go to the report of the last exchange"), QKeySequence(u"F4"_s),
        [this] { m_news->focusReport(); });
}

void ExchangePage::connectParts()
{
    Exchange& exchange = m_desk.exchange();
    connect(m_view, &SheetView::opened, this, &ExchangePage::write);
    connect(m_view, &SheetView::currentRowChanged, this,
        [this] { m_withdraw->setEnabled(m_view->current() != nullptr); });
    connect(m_news, &NewsPanel::stopRequested, this, [this] { m_desk.exchange().cancel(); });
    connect(m_forms, &FormHost::reported, this, &Page::reported);
    connect(m_forms, &FormHost::closed, this, [this] { m_view->setFocus(); });
    connect(&exchange, &Exchange::progressed, m_news, &NewsPanel::showProgress);
    connect(&exchange, &Exchange::finished, this, &ExchangePage::finished);
    connect(&exchange.folder(), &FolderExchange::changed, this, [this] {
        if (isVisible())
            refresh();
    });
    connect(&exchange.folder(), &FolderExchange::tookIn, this, [this](const ExchangeNews& news) {
        m_news->show(news);
        if (news.tone != ExchangeNews::Tone::Done)
            emit said(news.title + u". "_s + news.lines.value(1));
    });
    connect(&m_desk, &DeskService::changed, this, [this] {
        if (isVisible())
            refresh();
    });
}

void ExchangePage::entered()
{
    refresh();
}

bool ExchangePage::showRecord(const core::Subject& subject, const core::PartId& /*part*/)
{
    return subject.kind == core::SubjectKind::Profile;
}

void ExchangePage::focusFirst()
{
    if (m_view->sheet().rowCount() > 0)
        m_view->setFocus(Qt::TabFocusReason);
    else
        findChild<QPushButton*>(u"introduceDesk"_s)->setFocus(Qt::TabFocusReason);
}

void ExchangePage::refresh()
{
    const Exchange& exchange = m_desk.exchange();
    const std::vector<Colleague> colleagues = exchange.colleagues();
    m_own->setText(tr("This is %1, %2")
                       .arg(exchange.deskName(), serviceName(m_desk.profile(), m_desk.service())));
    const QString doubts = exchange.ownDoubts().join(u'\n');
    m_doubts->setText(doubts);
    m_doubts->setVisible(!doubts.isEmpty());
    m_view->setRows(colleagueRows(colleagues, m_desk.profile(), m_desk.now()));
    m_stack->setCurrentIndex(colleagues.empty() ? 1 : 0);
    m_write->setEnabled(!exchange.reachableServices().isEmpty());
    m_withdraw->setEnabled(m_view->current() != nullptr);
    const auto rows = waitingRows(exchange.waiting(), exchange.folder().broken(), m_desk.now());
    m_waitingTitle->setVisible(!rows.empty());
    m_waiting->setVisible(!rows.empty());
    m_waiting->setRows(rows);
    showFolder();
    m_profile->setText(profileLine(m_desk));
}

void ExchangePage::showFolder()
{
    const FolderExchange& folder = m_desk.exchange().folder();
    const QString where = QDir::toNativeSeparators(folder.folder());
    if (folder.folder().isEmpty())
        m_folder->setText(tr("No common folder: bundles are written and read by hand."));
    else if (!folder.problem().isEmpty())
        m_folder->setText(folder.problem());
    else if (folder.lookedAt())
        m_folder->setText(tr("Exchanges by itself through %1; last at %2.")
                              .arg(where, momentText(*folder.lookedAt(), m_desk.now())));
    else
        m_folder->setText(tr("Exchanges by itself through %1.").arg(where));
    setRole(m_folder, folder.problem().isEmpty() ? "quiet" : "refusal");
}

bool ExchangePage::takeFiles(const QStringList& files)
{
    QStringList bundles;
    for (const QString& file : files)
        if (Exchange::isIntroduction(file))
            trust(file);
        else
            bundles.append(file);
    if (!bundles.isEmpty())
        m_desk.exchange().import(bundles);
    return true;
}

void ExchangePage::write()
{
    if (m_desk.exchange().busy()) {
        emit said(tr("An exchange is under way; wait until it is done, or stop it."));
        return;
    }
    const SheetRow* row = m_view->current();
    QString service;
    for (const Colleague& each : m_desk.exchange().colleagues())
        if (row && each.desk == row->key)
            service = each.service;
    if (m_desk.exchange().reachableServices().isEmpty()) {
        emit said(tr("No desk is trusted that could read a bundle. Trust one first."));
        return;
    }
    auto* dialog = new ExportDialog(m_desk, service, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExportDialog::chosen, &m_desk.exchange(), &Exchange::exportTo);
    dialog->open();
}

void ExchangePage::read()
{
    auto* dialog = new ImportDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportDialog::chosen, this, &ExchangePage::takeFiles);
    dialog->open();
}

void ExchangePage::introduce()
{
    auto* dialog = new IntroduceDialog(m_desk, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ExchangePage::trust(const QString& file)
{
    auto* dialog = new TrustDialog(m_desk, file, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(
        dialog, &TrustDialog::reported, this, [this](const Answer& answer, const QString& saved) {
            refresh();
            emit reported(answer, saved);
        });
    dialog->open();
}

void ExchangePage::withdraw()
{
    if (const SheetRow* row = m_view->current())
        m_forms->open(u"desk.withdraw"_s, m_desk.exchange().withdrawal(row->key), {});
}

// What is amiss in the file stands in the answer.
void ExchangePage::publish()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("The profile to publish"), {}, tr("Profiles (*.json)"));
    if (path.isEmpty())
        return;
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        m_forms->open(
            u"profile.publish"_s, {{u"profile"_s, QString::fromUtf8(file.readAll())}}, {});
    else
        emit said(
            tr("%1 cannot be read: %2.").arg(QDir::toNativeSeparators(path), file.errorString()));
}

void ExchangePage::chooseFolder()
{
    FolderExchange& folder = m_desk.exchange().folder();
    auto* dialog = new FolderDialog(folder.folder(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &FolderDialog::chosen, this, [this, &folder](const QString& chosen) {
        folder.setFolder(chosen, [this](const QString& why) { emit said(why); });
    });
    dialog->open();
}

void ExchangePage::finished(const ExchangeNews& news)
{
    m_news->show(news);
    refresh();
    emit said(news.title + u". "_s + news.lines.value(0));
}

}
