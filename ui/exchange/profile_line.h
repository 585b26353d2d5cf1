#pragma once

#include <QString>

namespace ui {

class DeskService;

/// "Profile version 1.1 since …, approved by …": which version is in force at this desk, and which
/// are to come. FM-3
QString profileLine(const DeskService& desk);

}
