#pragma once

#include "core/exchange/presence.h"

#include <QLabel>

namespace ui {

class DeskService;

/// "Asha Rahman is also here (since 02:14)": who else has this record open, hidden for nobody.
class AlsoHere : public QLabel {
    Q_OBJECT

public:
    explicit AlsoHere(const DeskService& desk, QWidget* parent = nullptr);

    void setRecord(const core::Subject& record);

private:
    void refresh();

    const DeskService& m_desk;
    core::Subject m_record;
};

/// The same as words; empty for nobody.
QString alsoHereText(const std::vector<core::PresenceBook::Other>& others, core::Instant now);

}
