#pragma once

#include "core/handover/prepared_list.h"

#include <QWidget>

class QLabel;
class QListWidget;

namespace ui {

class DeskService;

/// The giving service's other open work, for the councils' own teams: never shown to the service on
/// the other end of the route. HO-3.1a.
class MorningPanel : public QWidget {
    Q_OBJECT

public:
    explicit MorningPanel(const DeskService& desk, QWidget* parent = nullptr);

    /// The lines of `service`, none for a user of another one.
    void show(const QString& service);
    void focusList();

signals:
    void caseRequested(const core::CaseId& id);

private:
    const DeskService& m_desk;
    QLabel* m_heading;
    QListWidget* m_list;
};

}
