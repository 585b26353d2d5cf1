#pragma once

#include "ui/exchange/bundle_dialogs.h"

namespace ui {

/// Writes this desk's introduction and shows the six words to read out.
class IntroduceDialog : public FileQuestion {
    Q_OBJECT

public:
    explicit IntroduceDialog(DeskService& desk, QWidget* parent = nullptr);

    /// The six words with blanks between; empty before the file is written.
    QString code() const;

protected:
    void take() override;

private:
    DeskService& m_desk;
    QLabel* m_code;
    QLabel* m_next;
};

}
