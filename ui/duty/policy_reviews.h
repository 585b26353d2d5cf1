#pragma once

#include "core/reference/reference.h"

#include <QFrame>

namespace ui {

/// At the start of a duty: the policies whose review has passed, each with version, date and owner.
/// Nothing at all when there is none. FM-1
class PolicyReviews : public QFrame {
    Q_OBJECT

public:
    PolicyReviews(
        const std::vector<core::ReferenceEntry>& entries, QDate today, QWidget* parent = nullptr);
};

}
