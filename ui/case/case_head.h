#pragma once

#include "core/casework/case.h"

#include <QWidget>

class QLabel;

namespace core {
struct Profile;
}

namespace ui {

class AlsoHere;
class ClockStrip;
class DeskService;
class PersonBanner;

/// The top of a case: the person, who is responsible since when, stage and status, the clocks.
class CaseHead : public QWidget {
    Q_OBJECT

public:
    explicit CaseHead(const DeskService& desk, QWidget* parent = nullptr);

    void show(const core::Case& record);
    void tick();

signals:
    void clockOpened(const core::Deadline& clock);

private:
    const DeskService& m_desk;
    PersonBanner* m_banner;
    AlsoHere* m_alsoHere;
    QLabel* m_responsible;
    QLabel* m_standing;
    QLabel* m_owed;
    ClockStrip* m_clocks;
    QLabel* m_ended;
};

/// "EDT is responsible since Wed 16:52. Proposed to …"
QString responsibleText(const core::Case& record, const core::Profile& profile, core::Instant now);

}
