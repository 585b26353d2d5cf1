#pragma once

#include <QStringList>

namespace core {

/// The names by which a caller may be known who is told with a relationship or a role: "his sister
/// Maeve O'Brien", "Joan Pryce, mother". What was given stands first. HO-4.3b
QStringList namesOfCaller(const QString& caller);

}
