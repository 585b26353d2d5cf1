#pragma once

#include "core/handover/acts.h"
#include "ui/case/section_facts.h"

#include <QScrollArea>

class QLabel;

namespace ui {

class ActRow;
class ClockStrip;
class DeskService;
class FactsList;
class PersonBanner;

/// The selected line of a handover: the person, where it stands, what can be done, I-PASS, clocks,
/// documents, senior discussion, read-back and answer.
class ItemPanel : public QScrollArea {
    Q_OBJECT

public:
    explicit ItemPanel(const DeskService& desk, QWidget* parent = nullptr);

    void show(const core::PreparedItem& line, const core::WindowTimes& times, bool windowClosed);
    void tick();
    ActRow& acts() const { return *m_acts; }

signals:
    void caseRequested();

private:
    QWidget* makeHead();
    FactsList* addCard(QLayout* layout, const QString& title);
    QWidget* makeClocks();
    void fill(FactsList& list, const SectionFacts& facts);
    void showStanding(const core::PreparedItem& line, const core::WindowTimes& times, bool closed);
    void showClocks(const core::PreparedItem& line);

    const DeskService& m_desk;
    PersonBanner* m_person;
    QLabel* m_standing;
    QLabel* m_responsible;
    QLabel* m_owed;
    QLabel* m_noActs;
    ActRow* m_acts;
    ClockStrip* m_clocks;
    QLabel* m_clockWords;
    FactsList* m_caseOwed; ///< goes over with the case
    FactsList* m_summary;
    FactsList* m_documents;
    FactsList* m_discussion;
    FactsList* m_answer;
};

}
