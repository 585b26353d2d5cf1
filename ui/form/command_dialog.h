#pragma once

#include "core/journal/subject.h"
#include "ui/desk/answer.h"

#include <QDialog>
#include <QJsonObject>

class QVBoxLayout;

namespace ui {

class CommandForm;
class DeskService;

/// A command's form in a window of its own, for what is done from anywhere. Closing keeps the
/// words.
class CommandDialog : public QDialog {
    Q_OBJECT

public:
    CommandDialog(DeskService& desk, const QString& command, const QJsonObject& preset,
        const core::Subject& about, QWidget* parent = nullptr);

    CommandForm& form() const { return *m_form; }
    /// Puts something to read under the form.
    void addBelow(QWidget* widget);

signals:
    void reported(const ui::Answer& answer, const QString& saved);

private:
    CommandForm* m_form;
    QVBoxLayout* m_inside;
};

}
