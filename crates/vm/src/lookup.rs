//! Looking names up in classes, and attributes of objects.
//!
//! Source of the rules: Objects/object.c `_PyObject_GenericGetAttrWithDict`, Objects/typeobject.c `type_getattro`.

use crate::classes;
use crate::cx::Cx;
use crate::heap::{Body, BoundMethod, NativeFunction};
use crate::names;
use crate::native::{Args, Kind, Raise};
use crate::process::Process;
use crate::value::{Ref, Value};

const LINES: usize = 1024;

/// Recent look-ups in classes. Derived state: a clone may share or lose it.
#[derive(Clone)]
pub struct MethodCache {
    lines: Vec<(u32, u32, Option<Value>)>,
}

impl Default for MethodCache {
    fn default() -> Self {
        MethodCache { lines: vec![(u32::MAX, u32::MAX, None); LINES] }
    }
}

impl MethodCache {
    /// How many bytes a copy takes.
    pub(crate) fn bytes(&self) -> usize {
        std::mem::size_of_val(&*self.lines)
    }

    /// Forgets everything: a class has changed or died.
    pub fn clear(&mut self) {
        self.lines.fill((u32::MAX, u32::MAX, None));
    }
}

/// What an attribute turns out to be.
#[derive(Clone, Debug)]
pub enum Attribute {
    /// This value.
    Value(Value),
    /// A function found in the class: a method of the object, not bound yet.
    Method(Value),
    /// The result of this call.
    Call(Value, Args),
}

impl Process {
    /// Looks a name up along a class's resolution order.
    pub fn find_in_class(&mut self, class: Ref, name: Ref) -> Option<Value> {
        let line = (class.0 as usize).wrapping_mul(31).wrapping_add(name.0 as usize) % LINES;
        let (c, n, found) = self.cache.lines[line];
        if c == class.0 && n == name.0 {
            return found;
        }
        let found = self.find_in_order(&self.class(class).mro, name);
        self.cache.lines[line] = (class.0, name.0, found);
        found
    }

    /// Looks a name up in the namespaces of these classes.
    pub fn find_in_order(&self, order: &[Ref], name: Ref) -> Option<Value> {
        order.iter().find_map(|&c| self.dict_get_name(self.class(c).namespace, name))
    }
}

impl Cx<'_> {
    /// Looks a special method up in the class of a value (never in the object itself).
    pub fn find_special(&mut self, v: Value, name: Ref) -> Option<Value> {
        let class = self.class_of(v);
        self.vm.find_in_class(class, name)
    }

    /// Looks a special method up and binds it: a callable that wants the other arguments only.
    pub fn special_method(&mut self, v: Value, name: Ref) -> Option<Attribute> {
        let found = self.find_special(v, name)?;
        let class = self.class_of(v);
        Some(self.bind_class_attribute(found, v, class))
    }

    /// An attribute of a value.
    ///
    /// # Errors
    /// AttributeError.
    pub fn load_attribute(&mut self, v: Value, name: Ref) -> Result<Attribute, Raise> {
        let class = self.class_of(v);
        if let Some(custom) = self.vm.find_in_class(class, names::GETATTRIBUTE) {
            if !self.is_native_getattribute(custom) {
                let f = self.vm.prelude("getattribute");
                return Ok(Attribute::Call(f, Args::from_slice(&[v, name.into()])));
            }
        }
        match self.generic_attribute(v, class, name) {
            Some(Attribute::Call(..)) if self.has_getattr_hook(class) => {
                let f = self.vm.prelude("getattr_or_hook");
                Ok(Attribute::Call(f, Args::from_slice(&[v, name.into()])))
            }
            Some(found) => Ok(found),
            None => self.missing_attribute(v, class, name),
        }
    }

    /// The same without `__getattribute__` and `__getattr__`: what `object.__getattribute__` does.
    pub fn generic_attribute(&mut self, v: Value, class: Ref, name: Ref) -> Option<Attribute> {
        if let Some(r) = self.vm.as_class(v) {
            return self.class_attribute(r, class, name);
        }
        if class == classes::SUPER {
            return crate::types::super_attribute(self, v, name);
        }
        let in_class = self.vm.find_in_class(class, name);
        if let Some(found) = in_class {
            if self.is_data_descriptor(found) {
                return Some(self.bind_class_attribute(found, v, class));
            }
        }
        let own = self.object(v).and_then(|o| self.vm.own_attribute(o, name));
        match (own, in_class) {
            (Some(own), _) => Some(Attribute::Value(own)),
            (None, Some(found)) => Some(self.bind_class_attribute(found, v, class)),
            (None, None) => None,
        }
    }

    fn class_attribute(&mut self, class: Ref, meta: Ref, name: Ref) -> Option<Attribute> {
        let in_meta = self.vm.find_in_class(meta, name);
        if let Some(found) = in_meta {
            if self.is_data_descriptor(found) {
                return Some(self.bind_class_attribute(found, class.into(), meta));
            }
        }
        if let Some(found) = self.vm.find_in_class(class, name) {
            return Some(self.bind_to_class(found, class));
        }
        in_meta.map(|found| self.bind_class_attribute(found, class.into(), meta))
    }

    fn missing_attribute(&mut self, v: Value, class: Ref, name: Ref) -> Result<Attribute, Raise> {
        if let Some(hook) = self.vm.find_in_class(class, names::GETATTR) {
            return Ok(Attribute::Call(hook, Args::from_slice(&[v, name.into()])));
        }
        if class == classes::MODULE {
            return crate::types::missing_module_attribute(self, v, name);
        }
        Err(self.no_attribute(v, name))
    }

    /// The AttributeError for a missing attribute.
    pub fn no_attribute(&mut self, v: Value, name: Ref) -> Raise {
        let text = self.name(name);
        let message = match self.vm.as_class(v) {
            Some(c) => format!("type object '{}' has no attribute '{text}'", self.class_in_messages(c)),
            None => format!("'{}' object has no attribute '{text}'", self.type_shown(v)),
        };
        self.attribute_error(v, name, message)
    }

    fn has_getattr_hook(&mut self, class: Ref) -> bool {
        self.vm.find_in_class(class, names::GETATTR).is_some()
    }

    fn is_native_getattribute(&self, v: Value) -> bool {
        matches!(self.body(v), Some(Body::Native(_)))
    }

    /// True for what wins over an object's own attributes: properties, getters, classes with `__set__` or `__delete__`.
    pub fn is_data_descriptor(&mut self, v: Value) -> bool {
        let Some(r) = v.as_ref() else { return false };
        let class = self.vm.heap.get(r).class;
        match class {
            classes::PROPERTY | classes::GETSET_DESCRIPTOR | classes::MEMBER_DESCRIPTOR => true,
            _ if !self.vm.class(class).is_heap_type => false,
            _ => {
                self.vm.find_in_class(class, names::SET).is_some()
                    || self.vm.find_in_class(class, names::DELETE).is_some()
            }
        }
    }

    /// What a class's attribute becomes when it is read through an instance.
    pub fn bind_class_attribute(&mut self, found: Value, v: Value, owner: Ref) -> Attribute {
        let Some(r) = found.as_ref() else { return Attribute::Value(found) };
        let class = self.vm.heap.get(r).class;
        match class {
            classes::FUNCTION | classes::METHOD_DESCRIPTOR | classes::WRAPPER_DESCRIPTOR => Attribute::Method(found),
            classes::CLASSMETHOD | classes::CLASSMETHOD_DESCRIPTOR => self.bind_class_method(r, owner),
            classes::STATICMETHOD => Attribute::Value(self.vm.heap.fields(r)[0]),
            classes::PROPERTY => self.property_get(r, v),
            classes::GETSET_DESCRIPTOR => Attribute::Call(found, Args::from_slice(&[v])),
            classes::MEMBER_DESCRIPTOR => crate::types::slots::get(self, r, v),
            _ => self.custom_get(found, class, v, owner.into()),
        }
    }

    /// What a class's attribute becomes when it is read through the class.
    fn bind_to_class(&mut self, found: Value, owner: Ref) -> Attribute {
        let Some(r) = found.as_ref() else { return Attribute::Value(found) };
        let class = self.vm.heap.get(r).class;
        match class {
            classes::CLASSMETHOD | classes::CLASSMETHOD_DESCRIPTOR => self.bind_class_method(r, owner),
            classes::STATICMETHOD => Attribute::Value(self.vm.heap.fields(r)[0]),
            _ if !self.vm.class(class).is_heap_type => Attribute::Value(found),
            _ => self.custom_get(found, class, Value::NONE, owner.into()),
        }
    }

    fn bind_class_method(&mut self, r: Ref, owner: Ref) -> Attribute {
        let function = match &self.vm.heap.get(r).body {
            Body::Fields(f) => f[0],
            Body::Native(n) => {
                let bound = Body::Native(NativeFunction { id: n.id, receiver: owner.into() });
                return Attribute::Value(self.vm.heap.new_object(classes::NATIVE_FUNCTION, bound).into());
            }
            other => panic!("{} is no class method", other.kind()),
        };
        Attribute::Value(self.bound_method(function, owner.into()))
    }

    fn property_get(&mut self, property: Ref, v: Value) -> Attribute {
        match self.vm.heap.fields(property)[0].some() {
            Some(get) => Attribute::Call(get, Args::from_slice(&[v])),
            None => {
                let f = self.vm.prelude("no_getter");
                Attribute::Call(f, Args::from_slice(&[property.into(), v]))
            }
        }
    }

    fn custom_get(&mut self, found: Value, class: Ref, v: Value, owner: Value) -> Attribute {
        if !self.vm.class(class).is_heap_type {
            return Attribute::Value(found);
        }
        match self.vm.find_in_class(class, names::GET) {
            Some(get) => Attribute::Call(get, Args::from_slice(&[found, v, owner])),
            None => Attribute::Value(found),
        }
    }

    /// A bound method object.
    pub fn bound_method(&mut self, function: Value, receiver: Value) -> Value {
        match self.body(function) {
            Some(Body::Native(n)) => {
                let bound = Body::Native(NativeFunction { id: n.id, receiver });
                let class = match self.class_of(function) {
                    classes::WRAPPER_DESCRIPTOR => classes::METHOD_WRAPPER,
                    _ => classes::NATIVE_FUNCTION,
                };
                self.vm.heap.new_object(class, bound).into()
            }
            _ => self.vm.heap.new_object(classes::METHOD, Body::Method(BoundMethod { function, receiver })).into(),
        }
    }

    /// A native's descriptor for a class's namespace.
    pub(crate) fn native_descriptor(&mut self, id: crate::native::NativeId) -> Value {
        let native = self.vm.registry.get(id);
        let class = match native.def.kind {
            Kind::Function if native.def.name.starts_with("__") => classes::WRAPPER_DESCRIPTOR,
            Kind::Function => classes::METHOD_DESCRIPTOR,
            Kind::ClassMethod => classes::CLASSMETHOD_DESCRIPTOR,
            Kind::Static => classes::NATIVE_FUNCTION,
            Kind::Getter | Kind::Setter => classes::GETSET_DESCRIPTOR,
        };
        let body = Body::Native(NativeFunction { id, receiver: Value::UNSET });
        let native = self.vm.heap.new_object(class, body).into();
        match class {
            classes::NATIVE_FUNCTION => self.new_fields(classes::STATICMETHOD, &[native]),
            _ => native,
        }
    }
}
