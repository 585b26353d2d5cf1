#pragma once

#include "core/handover/handover_call.h"

#include <QWidget>

namespace core {
struct Subject;
}

namespace ui {

class DeskService;
class SheetView;

/// Who spoke with whom in the verbal handovers, as the paper of the day has it (HO-3.4); hidden on
/// a day without any. Enter opens the case, or the session.
class SpokenList : public QWidget {
    Q_OBJECT

public:
    explicit SpokenList(const DeskService& desk, QWidget* parent = nullptr);

    void show(const std::vector<core::HandoverCall>& calls);

signals:
    void opened(const core::Subject& subject);

private:
    const DeskService& m_desk;
    SheetView* m_view;
};

}
