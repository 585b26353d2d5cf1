#pragma once

#include "core/handover/unconfirmed.h"

#include <QFrame>

namespace ui {

/// At the start of a duty: the records that came and of which nobody has telephoned, with whom to
/// ring. Nothing at all when there is none. HO-4.2a
class UnconfirmedList : public QFrame {
    Q_OBJECT

public:
    explicit UnconfirmedList(
        const std::vector<core::Unconfirmed>& records, QWidget* parent = nullptr);
};

}
