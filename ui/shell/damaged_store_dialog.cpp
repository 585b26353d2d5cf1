#include "ui/shell/damaged_store_dialog.h"

#include "ui/widgets/parts.h"

#include <QComboBox>
#include <QDir>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString promise(const FreshStore::Asked& asked)
{
    const QString kept = DamagedStoreDialog::tr(
        "The damaged store is left as it is: keep it, so that what is missing can be brought back "
        "later.");
    const bool nothingRead = asked.profile && asked.service && asked.desk;
    return u"%1 %2"_s.arg(
        nothingRead ? DamagedStoreDialog::tr(
            "Hardly anything of it can be read. Go on recording in a fresh store beside it, and "
            "take the running cases and clocks from the last printed lists, a backup or a "
            "colleague's desk.")
                    : DamagedStoreDialog::tr("Go on recording in a fresh store beside it, with "
                                             "every open case, owner and clock "
                                             "that can be read."),
        kept);
}

}

DamagedStoreDialog::DamagedStoreDialog(const QString& store, const QString& what, QWidget* parent)
    : QDialog(parent)
    , m_store(store)
    , m_asked(FreshStore::askedFor(store))
    , m_profile(new QComboBox)
    , m_service(new QComboBox)
    , m_desk(new QLineEdit)
    , m_problem(label({}, "refusal"))
{
    setWindowTitle(tr("The store is damaged – Dutydesk"));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(label(tr("✕ This store cannot be opened"), "heading"));
    layout->addWidget(label(QDir::toNativeSeparators(store), "quiet"));
    layout->addWidget(label(what));
    layout->addWidget(label(promise(m_asked)));
    auto* form = new QFormLayout;
    makeFields(*form);
    layout->addLayout(form);
    layout->addWidget(m_problem);
    m_problem->hide();
    auto* buttons = new QHBoxLayout;
    auto* close = button(tr("&Close"), u"closeDamaged"_s);
    auto* go = button(tr("&Go on in a fresh store (Ctrl+Shift+F)"), u"goOnFresh"_s, "primary");
    go->setShortcut(QKeySequence(u"Ctrl+Shift+F"_s));
    go->setDefault(true);
    buttons->addWidget(close);
    buttons->addStretch(1);
    buttons->addWidget(go);
    layout->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(go, &QPushButton::clicked, this, &DamagedStoreDialog::start);
    resize(fontMetrics().height() * 38, sizeHint().height());
}

void DamagedStoreDialog::makeFields(QFormLayout& form)
{
    m_profile->setObjectName(u"freshProfile"_s);
    m_profile->setEditable(true);
    m_profile->addItems(FreshStore::profiles());
    m_service->setObjectName(u"freshService"_s);
    m_service->setEditable(!m_asked.profile);
    m_desk->setObjectName(u"freshDesk"_s);
    m_desk->setPlaceholderText(tr("the name that colleagues know, such as EDT desk 1"));
    const auto add = [&](bool asked, const QString& name, QWidget* field) {
        field->setParent(this);
        field->setAccessibleName(name);
        field->setVisible(asked);
        if (asked)
            form.addRow(name, field);
    };
    if (m_asked.any())
        form.addRow(label(tr("This could not be read in the damaged store. Give it:"), "owed"));
    add(m_asked.profile, tr("Profile of the area, or its file"), m_profile);
    add(m_asked.service, tr("Service of this desk"), m_service);
    add(m_asked.desk, tr("Name of this desk"), m_desk);
    connect(m_profile, &QComboBox::currentTextChanged, this, &DamagedStoreDialog::showServices);
    showServices();
}

void DamagedStoreDialog::showServices()
{
    if (!m_asked.profile)
        return;
    m_service->clear();
    for (const FreshStore::Choice& choice : FreshStore::services(m_profile->currentText()))
        m_service->addItem(choice.name, choice.key);
}

FreshStore::Given DamagedStoreDialog::given() const
{
    const QString key = m_service->currentData().toString();
    FreshStore::Given given;
    if (m_asked.profile)
        given.profile = m_profile->currentText().trimmed();
    given.service = key.isEmpty() ? m_service->currentText().trimmed() : key;
    given.desk = m_desk->text().trimmed();
    return given;
}

void DamagedStoreDialog::start()
{
    try {
        m_fresh = FreshStore::start(m_store, given()).path;
        accept();
    } catch (const std::runtime_error& error) {
        m_problem->setText(QString::fromUtf8(error.what()));
        m_problem->show();
    }
}

}
