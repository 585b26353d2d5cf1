#pragma once

#include "core/casework/case.h"

#include <QJsonObject>
#include <QWidget>

namespace ui {

/// What to do next about a part of a case: the form to open and what is settled in it.
struct NextStep {
    QString command; ///< empty: nothing but to look
    QJsonObject preset; ///< beside the case itself
};

/// The form that ends or answers a clock, a task, a document or a handover item.
NextStep nextStepFor(const core::Case& record, const core::PartId& part);

/// The row of much-used actions of a case, each with an Alt key, and all others under More.
class CaseActions : public QWidget {
    Q_OBJECT

public:
    explicit CaseActions(QWidget* parent = nullptr);

signals:
    void chosen(const QString& command);
    void copyChosen();

private:
    void addMore();
};

}
