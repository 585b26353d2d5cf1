#pragma once

#include "ui/form/form_plan.h"

namespace ui {

/// The plans for the commands of a handover, by command.
QHash<QString, FormPlan> handoverPlans();

}
