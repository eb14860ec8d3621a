//! Parameters of functions and lambdas.

use ruff_python_ast as r;

use super::{Lower, Lowered};
use crate::ast::{Arg, Arguments};

impl Lower<'_> {
    pub(super) fn arguments(&mut self, parameters: &r::Parameters) -> Lowered<Arguments> {
        self.enter(parameters.range)?;
        let mut arguments = Arguments::default();
        for parameter in &parameters.posonlyargs {
            arguments.posonlyargs.push(self.arg(&parameter.parameter)?);
            arguments.defaults.extend(self.default(parameter)?);
        }
        for parameter in &parameters.args {
            arguments.args.push(self.arg(&parameter.parameter)?);
            arguments.defaults.extend(self.default(parameter)?);
        }
        for parameter in &parameters.kwonlyargs {
            arguments.kwonlyargs.push(self.arg(&parameter.parameter)?);
            let default = self.default(parameter)?;
            arguments.kw_defaults.push(default);
        }
        arguments.vararg = self.maybe_arg(parameters.vararg.as_deref())?;
        arguments.kwarg = self.maybe_arg(parameters.kwarg.as_deref())?;
        self.leave();
        Ok(arguments)
    }

    fn default(&mut self, parameter: &r::ParameterWithDefault) -> Lowered<Option<crate::ast::Expr>> {
        match parameter.default.as_deref() {
            Some(default) => Ok(Some(self.expr(default)?)),
            None => Ok(None),
        }
    }

    fn maybe_arg(&mut self, parameter: Option<&r::Parameter>) -> Lowered<Option<Arg>> {
        match parameter {
            Some(parameter) => Ok(Some(self.arg(parameter)?)),
            None => Ok(None),
        }
    }

    fn arg(&mut self, parameter: &r::Parameter) -> Lowered<Arg> {
        let annotation = self.maybe(parameter.annotation.as_deref())?;
        let name = self.range(parameter.name.range);
        let range = annotation.as_ref().map_or(name, |annotation| name.to(annotation.range));
        Ok(Arg { arg: parameter.name.id.to_string(), annotation, range })
    }
}
