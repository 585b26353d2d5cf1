#pragma once

#include "core/journal/subject.h"
#include "ui/desk/answer.h"

#include <QJsonObject>
#include <QScrollArea>

namespace ui {

class CommandForm;
class DeskService;

/// Where a page shows one form at a time, beside the record that it is about.
class FormHost : public QScrollArea {
    Q_OBJECT

public:
    explicit FormHost(DeskService& desk, QWidget* parent = nullptr);

    /// Shows the form, with its draft if there is one; the keyboard goes into it unless `focus` is
    /// false.
    CommandForm* open(const QString& command, const QJsonObject& preset, const core::Subject& about,
        bool focus = true);
    void close();
    CommandForm* form() const { return m_form; }

    /// The height at which the whole form shows.
    int wantedHeight() const;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    /// As wide as the form in it must be: nothing scrolls sideways here.
    QSize minimumSizeHint() const override;

signals:
    void opened();
    /// The form unfolded, or grew with what was typed: `wantedHeight` is another.
    void reshaped();
    void reported(const ui::Answer& answer, const QString& saved);
    void closed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    DeskService& m_desk;
    int m_wanted = 0; ///< the height of `reshaped` last
    CommandForm* m_form = nullptr;
};

}
