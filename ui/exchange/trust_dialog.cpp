#include "ui/exchange/trust_dialog.h"

#include "core/exchange/common_folder.h"
#include "core/time/london.h"
#include "ui/desk/desk_service.h"
#include "ui/widgets/facts_list.h"
#include "ui/widgets/file_line.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/words.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

TrustDialog::TrustDialog(DeskService& desk, const QString& file, QWidget* parent)
    : FileQuestion(tr("Trust a desk"),
        tr("Read the introduction that the other desk sent. Then ring them on a number that you "
           "know, not one from the e-mail, and type the six words that they read out."),
        new FileLine(FileLine::For::Reading, tr("Its introduction"),
            tr("Introductions (*%1);;All files (*)")
                .arg(QString::fromUtf16(core::introductionSuffix)),
            u"trustFile"_s),
        parent)
    , m_desk(desk)
    , m_facts(new FactsList)
    , m_how(label({}, "refusal"))
    , m_code(new QLineEdit)
    , m_lead(new QCheckBox(tr("It is a &lead desk: it may vouch for others of its service")))
    , m_vouch(new QCheckBox(tr("&Vouch for it to desks that trust this one as lead desk")))
{
    makeRows();
    setMain(tr("Trust it (Enter)"));
    connect(&line(), &FileLine::changed, this, &TrustDialog::read);
    if (!file.isEmpty()) {
        line().setFile(file);
        if (m_read.failure.isEmpty())
            m_code->setFocus();
    }
    read();
}

void TrustDialog::makeRows()
{
    m_code->setObjectName(u"trustCode"_s);
    m_code->setAccessibleName(tr("The six words that they read out"));
    m_code->setPlaceholderText(tr("six words, as heard"));
    m_lead->setObjectName(u"trustLead"_s);
    m_vouch->setObjectName(u"trustVouch"_s);
    rows()->addWidget(m_facts);
    rows()->addWidget(m_how);
    rows()->addWidget(label(tr("The six words that they read out"), "quiet"));
    rows()->addWidget(m_code);
    rows()->addWidget(m_lead);
    rows()->addWidget(m_vouch);
}

void TrustDialog::read()
{
    m_facts->clear();
    m_read = line().file().isEmpty() ? Introduced{} : Exchange::readIntroduction(line().file());
    m_how->setText(m_read.failure);
    m_how->setVisible(!m_read.failure.isEmpty());
    const bool whole = !m_read.code.isEmpty();
    m_code->setEnabled(whole);
    m_lead->setEnabled(whole);
    m_vouch->setVisible(whole && m_read.introduction.service() == m_desk.service());
    if (whole)
        showFacts();
    if (isVisible())
        fit();
}

void TrustDialog::showFacts()
{
    const core::Introduction& desk = m_read.introduction;
    QStringList services;
    for (const QString& key : desk.services)
        services.append(serviceName(m_desk.profile(), key));
    m_facts->add(tr("It calls itself"), desk.name, "strong");
    if (!m_read.otherName.isEmpty())
        m_facts->add(tr("The file's line says"),
            tr("“%1”, which is not signed and not its name").arg(m_read.otherName), "owed");
    m_facts->add(tr("It writes for"), services.join(u", "_s));
    m_facts->add(tr("Opened"), core::dateTimeText(desk.opened));
    m_facts->add(tr("Believed until"), desk.until ? core::dateTimeText(*desk.until) : QString());
    if (desk.training)
        m_facts->add(tr("Training"), tr("A training store: not real records"), "owed");
}

void TrustDialog::take()
{
    if (m_read.code.isEmpty())
        return refuse(tr("Choose the introduction first."));
    if (m_code->text().trimmed().isEmpty())
        return refuse(tr("Type the six words that they read out to you on the telephone."));
    send(false);
}

void TrustDialog::send(bool vouch)
{
    const Exchange::Trust how{m_code->text(), m_lead->isChecked(), vouch};
    m_desk.exchange().trust(line().file(), how, this, [this, vouch](const Answer& answer) {
        if (!answer.failure.isEmpty())
            return refuse(u"%1 %2"_s.arg(answer.failure, answer.mend));
        if (answer.decision.refused()) {
            const core::Refusal& why = answer.decision.refusals.front();
            return refuse(u"%1 %2"_s.arg(why.text, why.mend));
        }
        if (!vouch && m_vouch->isVisible() && m_vouch->isChecked())
            return send(true);
        emit reported(answer, tr("%1 is trusted.").arg(m_read.introduction.name));
        accept();
    });
}

}
