#pragma once

#include "core/paper/chronicle.h"

#include <initializer_list>
#include <optional>

/// How lines of a chronicle are made.
namespace core::chronicle {

using Lines = std::vector<ChronicleLine>;

/// What is given of it, with semicolons between.
QString joined(std::initializer_list<QString> parts);

void add(Lines& lines, Instant at, const char* kind, const QString& text, const QString& by = {});

void addIf(Lines& lines, const std::optional<Instant>& at, const char* kind, const QString& text);

}
