#pragma once

#include "core/records.h"

#include <QHash>
#include <QJsonObject>
#include <QString>
#include <QWidget>

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <vector>
