#pragma once

#include "ui/desk/exchange.h"
#include "ui/exchange/bundle_dialogs.h"

class QCheckBox;
class QLineEdit;

namespace ui {

class FactsList;

/// Believes another desk: reads its introduction, shows what it says of itself, and asks for the
/// six words that its people read out. They are not shown here, so that they have to be heard.
class TrustDialog : public FileQuestion {
    Q_OBJECT

public:
    TrustDialog(DeskService& desk, const QString& file, QWidget* parent = nullptr);

signals:
    void reported(const ui::Answer& answer, const QString& saved);

protected:
    void take() override;

private:
    void makeRows();
    void read();
    void showFacts();
    void send(bool vouch);

    DeskService& m_desk;
    Introduced m_read;
    FactsList* m_facts;
    QLabel* m_how;
    QLineEdit* m_code;
    QCheckBox* m_lead;
    QCheckBox* m_vouch;
};

}
