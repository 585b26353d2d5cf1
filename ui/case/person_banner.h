#pragma once

#include "core/person/person.h"
#include "core/time/instant.h"

#include <QFrame>

class QLabel;

namespace ui {

/// Who it is about, always in the same order: name, born (age), gender, NHS number; then what one
/// must know before going there.
class PersonBanner : public QFrame {
    Q_OBJECT

public:
    explicit PersonBanner(QWidget* parent = nullptr);

    /// `person` may be null: the banner says that nobody is linked.
    void show(const core::Person* person, const QString& otherwise, core::Instant now);

private:
    QLabel* addZone(const QString& caption, const char* role);

    QLabel* m_name;
    QLabel* m_born;
    QLabel* m_gender;
    QLabel* m_nhs;
    QLabel* m_address;
    QLabel* m_telephone;
    QLabel* m_needs;
    QLabel* m_risks;
};

/// "02-Mar-1992 (34y)", "about 40", "not known".
QString bornText(const core::Person& person, core::Instant now);

/// "999 000 0018", with "not verified" or "not valid" where it is so.
QString nhsText(const core::Person& person);

}
