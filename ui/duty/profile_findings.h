#pragma once

#include "core/profile/profile_lint.h"

#include <QFrame>

namespace ui {

/// What is amiss in the profile, at the start of a duty: what must be mended each with how, the
/// rest folded away. Nothing at all when nothing is amiss.
class ProfileFindings : public QFrame {
    Q_OBJECT

public:
    explicit ProfileFindings(
        const std::vector<core::ProfileFinding>& findings, QWidget* parent = nullptr);
};

}
