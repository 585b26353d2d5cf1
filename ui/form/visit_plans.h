#pragma once

#include "ui/form/form_plan.h"

#include <QHash>

namespace ui {

/// The plans of visits and of alerts for tonight.
QHash<QString, FormPlan> visitPlans();

}
