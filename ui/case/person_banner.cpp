#include "ui/case/person_banner.h"

#include "core/time/london.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/words.h"

#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

void setZone(QLabel* value, const QString& text, bool always)
{
    value->setText(text.isEmpty() ? u"not known"_s : text);
    value->parentWidget()->setVisible(always || !text.isEmpty());
}

bool isDisputed(const core::Person& person, std::initializer_list<const char*> fields)
{
    return std::any_of(fields.begin(), fields.end(), [&](const char* field) {
        return std::any_of(person.conflicts.begin(), person.conflicts.end(),
            [&](const core::Conflict& each) { return each.field == QLatin1StringView(field); });
    });
}

// One value of several is shown; that it is one of several must be seen with it.
void markDisputed(
    QLabel* value, const core::Person* person, std::initializer_list<const char*> fields)
{
    if (!person || !isDisputed(*person, fields))
        return;
    value->setText(value->text() + u" (in conflict)"_s);
    value->parentWidget()->show();
}

QString needsOf(const core::PersonDetails& details)
{
    QStringList needs;
    for (const auto& each :
        {details.language, details.interpreter, details.communicationNeeds, details.accessNotes})
        if (each && !each->isEmpty())
            needs.append(*each);
    return needs.join(u"; "_s);
}

}

QString bornText(const core::Person& person, core::Instant now)
{
    const auto age = core::ageOn(person, core::dateOf(now));
    if (const auto born = person.details.born)
        return u"%1 (%2y)"_s.arg(QLocale::c().toString(*born, u"dd-MMM-yyyy"_s))
            .arg(age.value_or(0));
    if (!age)
        return u"not known"_s;
    const QString basis = person.details.ageBasis.value_or(QString());
    return basis.isEmpty() ? u"about %1"_s.arg(*age) : u"about %1 (%2)"_s.arg(*age).arg(basis);
}

QString nhsText(const core::Person& person)
{
    switch (person.nhsStatus) {
    case core::NhsStatus::PresentVerified: return nhsNumberText(person.nhs);
    case core::NhsStatus::PresentUnverified:
        return u"%1, not verified"_s.arg(nhsNumberText(person.nhs));
    case core::NhsStatus::NotValid:
        return u"“%1” is not valid"_s.arg(person.details.nhsNumber.value_or(QString()));
    case core::NhsStatus::NotApplicable: return u"not applicable"_s;
    case core::NhsStatus::NotKnown: break;
    }
    return u"not known"_s;
}

PersonBanner::PersonBanner(QWidget* parent) : QFrame(parent)
{
    setProperty("role", u"card"_s);
    setAccessibleName(tr("Person"));
    auto* flow = new FlowLayout(this);
    flow->setContentsMargins(10, 6, 10, 6);
    flow->setGap(24);
    m_name = addZone(tr("Name"), "heading");
    m_born = addZone(tr("Born"), "strong");
    m_gender = addZone(tr("Gender"), "strong");
    m_nhs = addZone(tr("NHS No"), "strong");
    m_address = addZone(tr("Address"), "");
    m_telephone = addZone(tr("Telephone"), "");
    m_needs = addZone(tr("Language, access, needs"), "");
    m_risks = addZone(tr("Risks"), "refusal");
}

QLabel* PersonBanner::addZone(const QString& caption, const char* role)
{
    auto* zone = new QWidget;
    auto* inside = new QVBoxLayout(zone);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(0);
    auto* name = label(caption, "caption");
    name->setWordWrap(false);
    auto* value = label({}, role);
    value->setWordWrap(false);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    inside->addWidget(name);
    inside->addWidget(value);
    inside->addStretch(1);
    layout()->addWidget(zone);
    return value;
}

void PersonBanner::show(const core::Person* person, const QString& otherwise, core::Instant now)
{
    const core::PersonDetails details = person ? person->details : core::PersonDetails{};
    m_name->setText(person ? bannerName(person->displayName()) : otherwise);
    setZone(m_born, person ? bornText(*person, now) : QString(), true);
    setZone(m_gender, details.gender.value_or(QString()), true);
    setZone(m_nhs, person ? nhsText(*person) : QString(), true);
    setZone(m_address,
        u"%1 %2"_s.arg(details.address.value_or(QString()), details.postcode.value_or(QString()))
            .trimmed(),
        false);
    setZone(m_telephone, details.telephone.value_or(QString()), false);
    setZone(m_needs, needsOf(details), false);
    setZone(m_risks, details.risks.value_or(QString()), false);
    markDisputed(m_name, person, {"name"});
    markDisputed(m_born, person, {"born", "estimated_age", "age_basis"});
    markDisputed(m_gender, person, {"gender"});
    markDisputed(m_nhs, person, {"nhs_number", "nhs_verified_by"});
    markDisputed(m_address, person, {"address", "postcode"});
    markDisputed(m_telephone, person, {"telephone"});
    markDisputed(
        m_needs, person, {"language", "interpreter", "communication_needs", "access_notes"});
    markDisputed(m_risks, person, {"risks"});
}

}
