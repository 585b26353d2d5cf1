#pragma once

#include <QLabel>

class QJsonObject;

namespace ui {

class DeskService;

/// The alerts for tonight that the words typed so far mean: shown while one types, hidden while
/// there is none. Takes no focus.
class AlertLine : public QLabel {
    Q_OBJECT

public:
    explicit AlertLine(const DeskService& desk, QWidget* parent = nullptr);

    void setTyped(const QJsonObject& typed);

private:
    const DeskService& m_desk;
};

}
